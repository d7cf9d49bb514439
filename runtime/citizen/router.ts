// The pages of the applicant's app.
import { createRouter, createWebHistory } from 'vue-router'
import NotFoundPage from '#runtime/ui/NotFoundPage.vue'
import HomePage from './HomePage.vue'

export const router = createRouter({
  history: createWebHistory('/'),
  routes: [
    { path: '/', name: 'home', component: HomePage },
    { path: '/sign-in', name: 'sign-in', component: () => import('./account/SignInPage.vue') },
    { path: '/:rest(.*)*', name: 'not-found', component: NotFoundPage },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})
