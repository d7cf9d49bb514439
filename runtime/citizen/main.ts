// Starts the applicant’s app.
import { createApp } from 'vue'
import { textsReady } from '#runtime/ui/locale.ts'
import App from './App.vue'
import { router } from './router.ts'
import { mountOver } from './take-over.ts'

void textsReady().then(() => mountOver(createApp(App).use(router), document.getElementById('app')!))
