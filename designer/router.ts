// The pages of the administrators’ app.
import { createRouter, createWebHistory } from 'vue-router'
import NotFoundPage from '#runtime/ui/NotFoundPage.vue'
import HomePage from './HomePage.vue'

export const router = createRouter({
  history: createWebHistory('/designer'),
  routes: [
    { path: '/', name: 'home', component: HomePage },
    { path: '/:rest(.*)*', name: 'not-found', component: NotFoundPage },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})
