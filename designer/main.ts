// Starts the administrators’ app.
import './app.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { textsReady } from '#runtime/ui/locale.ts'
import App from './App.vue'
import { router } from './router.ts'

router.beforeResolve(() => textsReady())
void textsReady().then(() => createApp(App).use(createPinia()).use(router).mount('#app'))
