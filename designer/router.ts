// The pages of the administrators’ app. A procedure is a place of its own: its pages share one open document.
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import NotFoundPage from '#runtime/ui/NotFoundPage.vue'
import ProcedureListPage from './procedures/ProcedureListPage.vue'

const procedurePages: RouteRecordRaw[] = [
  { path: '', name: 'overview', component: () => import('./procedures/ProcedureOverviewPage.vue') },
  { path: 'thong-tin', name: 'information', component: () => import('./info-editor/InfoEditorPage.vue') },
  { path: 'bieu-mau', name: 'form', component: () => import('./form-editor/FormEditorPage.vue') },
  { path: 'phi', name: 'fees', component: () => import('./rules-editor/FeeEditorPage.vue') },
  { path: 'quy-trinh', name: 'workflow', component: () => import('./workflow-editor/WorkflowEditorPage.vue') },
  { path: 'quy-trinh/:step/bieu-mau', name: 'stepForm', component: () => import('./workflow-editor/StepFormPage.vue') },
  { path: 'ngon-ngu', name: 'languages', component: () => import('./languages/LanguagesPage.vue') },
  { path: 'ma-nguon', name: 'source', component: () => import('./source/SourcePage.vue') },
  { path: 'dua-vao', name: 'import', component: () => import('./import/ImportPage.vue') },
  { path: 'lich-su', name: 'history', component: () => import('./history/HistoryPage.vue') },
  { path: 'xem-thu', name: 'preview', component: () => import('./preview/PreviewPage.vue') },
]

export const router = createRouter({
  history: createWebHistory('/designer'),
  routes: [
    { path: '/', name: 'home', component: ProcedureListPage },
    { path: '/thu-tuc/:id', component: () => import('./procedures/ProcedureFrame.vue'), props: true, meta: { bare: true }, children: procedurePages },
    { path: '/de-nghi', name: 'requests', component: () => import('./review/ChangeRequestListPage.vue') },
    { path: '/de-nghi/:id', name: 'request', component: () => import('./review/ChangeRequestPage.vue'), props: true },
    { path: '/goi-thu-tuc', name: 'package', component: () => import('./packages/ImportPackagePage.vue') },
    { path: '/danh-muc', name: 'codeLists', component: () => import('./code-lists/CodeListsPage.vue') },
    { path: '/danh-muc/:id', name: 'codeList', component: () => import('./code-lists/CodeListPage.vue'), props: true },
    { path: '/lich-lam-viec', redirect: { name: 'calendar', params: { id: 'vn' } } },
    { path: '/lich-lam-viec/:id', name: 'calendar', component: () => import('./calendars/CalendarPage.vue'), props: true },
    { path: '/don-vi', name: 'organisation', component: () => import('./organisation/OrganisationPage.vue') },
    // Signing in happens wherever a stranger arrives (App.vue); the address is for links from elsewhere.
    { path: '/dang-nhap', redirect: '/' },
    { path: '/:rest(.*)*', name: 'not-found', component: NotFoundPage },
  ],
  // Another view of the same page leaves one where one is.
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
})
