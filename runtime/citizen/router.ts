// The pages of the applicant's app. What belongs to a person asks who that is first, and comes back: an account that signs
// in, or a guest whom this browser knows.
import { useSession } from '#runtime/client/session.ts'
import { textsReady } from '#runtime/ui/locale.ts'
import { createNavigation } from './navigation/navigation.ts'
import type { Place, RouteRecord } from './navigation/route-table.ts'
import type { Verdict } from './navigation/use-router.ts'

const signedIn = { signedIn: true }

/** A page is added by one more record here; a fixed word goes before whatever may stand in its place, wherever it is listed. */
export const routes: RouteRecord[] = [
  { path: '/', name: 'home', component: () => import('./catalogue/ProcedureListPage.vue') },
  { path: '/thu-tuc/:id', name: 'procedure', component: () => import('./catalogue/ProcedurePage.vue'), props: true },
  { path: '/thu-tuc/:id/du-lieu', name: 'data', component: () => import('./data-changes/DataChangesPage.vue'), props: true },
  { path: '/thu-tuc/:id/nop', name: 'start', component: () => import('./apply/StartPage.vue'), props: true },
  {
    path: '/nop/:dossierId', component: () => import('./apply/ApplyFrame.vue'), props: ({ params }) => ({ dossierId: params['dossierId'] }), meta: signedIn,
    children: [
      { path: ':page?', name: 'apply', component: () => import('./apply/ApplyPage.vue'), props: true },
      { path: 'nguoi-nop', name: 'representation', component: () => import('./representation/RepresentationPage.vue') },
      { path: 'kiem-tra', name: 'check', component: () => import('./apply/CheckAnswersPage.vue') },
    ],
  },
  { path: '/ho-so-cua-toi', name: 'profile', component: () => import('./profile/ProfilePage.vue'), meta: signedIn },
  { path: '/ho-so', name: 'dossiers', component: () => import('./my-dossiers/MyDossiersPage.vue'), meta: signedIn },
  { path: '/ho-so/:id', name: 'dossier', component: () => import('./my-dossiers/DossierPage.vue'), props: true, meta: signedIn },
  { path: '/ho-so/:id/da-nop', name: 'submitted', component: () => import('./apply/SubmittedPage.vue'), props: true, meta: signedIn },
  { path: '/ho-so/:id/danh-gia', name: 'rate', component: () => import('./my-dossiers/RatingPage.vue'), props: true, meta: signedIn },
  { path: '/tra-cuu', name: 'look-up', component: () => import('./look-up/LookUpPage.vue') },
  { path: '/thong-ke', name: 'statistics', component: () => import('./statistics/StatisticsPage.vue') },
  { path: '/tiep-tuc', name: 'resume', component: () => import('./resume/ResumePage.vue') },
  { path: '/dang-nhap', name: 'sign-in', component: () => import('./account/SignInPage.vue') },
  { path: '/:rest(.*)*', name: 'not-found', component: () => import('#runtime/ui/NotFoundPage.vue') },
]

export const router = createNavigation(routes)

/** What belongs to a person asks to sign in first and comes back. */
export const guard = async (to: Place): Promise<Verdict> => {
  if (!to.meta.signedIn) return true
  const { actor, meet } = useSession()
  await meet()
  return actor.value ? true : { name: 'sign-in', query: { next: to.fullPath } }
}

router.before(guard)
router.whenReady(textsReady)
