// Starts the page in the frame of the trial: the citizen's form at the width of a device.
import '../app.css'
import { createApp } from 'vue'
import TrialPage from './TrialPage.vue'

createApp(TrialPage).mount('#app')
