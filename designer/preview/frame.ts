// Starts the page in the frame of the trial: the citizen's form at the width of a device; or one side of a comparison.
import '../app.css'
import { createApp } from 'vue'
import ComparedSheet from '../review/tabs/ComparedSheet.vue'
import { sheetHash } from '../review/tabs/sheet-messages.ts'
import TrialPage from './TrialPage.vue'

createApp(location.hash === sheetHash ? ComparedSheet : TrialPage).mount('#app')
