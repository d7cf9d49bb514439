// Starts the applicant’s app.
import './app.css'
import { createApp } from 'vue'
import { textsReady } from '#runtime/ui/locale.ts'
import App from './App.vue'
import { router } from './router.ts'

void textsReady().then(() => createApp(App).use(router).mount('#app'))
