// The pages of the officers’ app.
import { createRouter, createWebHistory } from 'vue-router'
import NotFoundPage from '#runtime/ui/NotFoundPage.vue'
import QueuePage from './queue/QueuePage.vue'

export const router = createRouter({
  history: createWebHistory('/desk'),
  routes: [
    { path: '/', name: 'queue', component: QueuePage },
    { path: '/tiep-nhan', name: 'intake', component: () => import('./intake/IntakePage.vue') },
    { path: '/tiep-nhan/:id', name: 'intake-form', component: () => import('./intake/IntakeFormPage.vue'), props: true },
    { path: '/ho-so/:id', name: 'dossier', component: () => import('./dossier/DossierPage.vue'), props: true },
    { path: '/tong-quan', name: 'overview', component: () => import('./overview/OverviewPage.vue') },
    // With a link instead of an account: nobody signs in before there is a password.
    { path: '/mat-khau', name: 'password', component: () => import('./account/SetPasswordPage.vue'), meta: { open: true } },
    { path: '/:rest(.*)*', name: 'not-found', component: NotFoundPage },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})
