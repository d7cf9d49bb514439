// Starts the officers’ app.
import './app.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { whenUnknown } from '#runtime/client/http.ts'
import { useSession } from '#runtime/client/session.ts'
import { textsReady } from '#runtime/ui/locale.ts'
import App from './App.vue'
import { router } from './router.ts'

// Whoever is in the middle of a decision when the session ends signs in again over the page, and nothing typed is lost.
whenUnknown(() => void useSession().look())

router.beforeResolve(() => textsReady())
void textsReady().then(() => createApp(App).use(createPinia()).use(router).mount('#app'))
