// Starts the applicant’s app.
import '#runtime/ui/app.css'
import { createApp } from 'vue'
import App from './App.vue'
import { router } from './router.ts'

createApp(App).use(router).mount('#app')
