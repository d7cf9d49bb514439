// Draws the pages of the applicant's app on the server, from the same components, for browsers without scripts and for the
// moment before the scripts are there. Language, session and network are those of one page at a time: pages wait for each other.
import { createSSRApp, defineComponent, h, provide } from 'vue'
import { renderToString } from 'vue/server-renderer'
import type { Ask, Drawing, Drawn, PlainPages } from '#core/plain/port.ts'
import { serveFrom } from '#runtime/client/on-server.ts'
import { useSession } from '#runtime/client/session.ts'
import { plainInputs } from '#runtime/form/plain/inputs.ts'
import { providePlainInputs } from '#runtime/form/plain-inputs.ts'
import { setLocale } from '#runtime/ui/locale.ts'
import { providePlain } from '#runtime/ui/plain.ts'
import App from '../App.vue'
import { RouterLink, RouterView } from '../navigation/router-parts.ts'
import type { RouteRecord } from '../navigation/route-table.ts'
import { navigationKey } from '../navigation/use-router.ts'
import { guard, routes } from '../router.ts'
import { drawingKey } from './drawing.ts'
import FilingButtons from './FilingButtons.vue'
import FilingFields from './FilingFields.vue'
import FilingNotice from './FilingNotice.vue'
import { plainFilingKey } from './plain-filing.ts'
import PlainNotice from './PlainNotice.vue'
import { receivePage } from './receive-page.ts'
import { createServerNavigation, type ServerNavigation } from './server-navigation.ts'

const form = 'filing'

/** Pages with a form that the choice of a language must not empty. */
const isFilledIn = ({ address, outcome }: Drawing): boolean => outcome?.kept !== undefined || /^\/(nop\/[^/]+(?!\/kiem-tra(?:[?#]|$))(?:[/?#]|$)|ho-so-cua-toi|ho-so\/[^/]+\/danh-gia)/.test(address)

/** Enter presses the first button of a form in the page, the choice of a language among them: it means going on. */
const enterButton = () => h('button', { type: 'submit', form, class: 'sr-only', tabindex: -1, 'aria-hidden': 'true' })

/** What was typed and is nowhere else: an app that starts would begin without it. */
const isStill = ({ outcome: { typed, own, kept, fields = {} } = {} }: Drawing): boolean => (typed ?? own ?? kept) !== undefined || Object.keys(fields).length > 0

const plainPage = (drawing: Drawing, navigation: ServerNavigation) => defineComponent(() => {
  const { outcome = {} } = drawing
  const failures = new Map(outcome.failures)
  const isForm = isFilledIn(drawing)
  providePlain({ address: drawing.address, form: isForm ? form : undefined, fields: outcome.fields ?? {}, problem: outcome.problem, own: outcome.own })
  providePlainInputs({ ...plainInputs, failures })
  provide(drawingKey, drawing)
  provide(plainFilingKey, { form, get action() { return (navigation.location() ?? drawing.address).replace(/[?#].*$/, '') }, revealed: outcome.revealed ?? [], failures, typed: outcome.typed, fields: FilingFields, notice: FilingNotice, said: PlainNotice, buttons: FilingButtons })
  return () => (isForm ? [enterButton(), h(App)] : h(App))
})

const drawPage = async (drawing: Drawing, navigation: ServerNavigation): Promise<Drawn> => {
  const context: { title?: string, modules?: Set<string> } = {}
  const app = createSSRApp(plainPage(drawing, navigation))
  app.provide(navigationKey, navigation).component('RouterLink', RouterLink).component('RouterView', RouterView)
  const html = await renderToString(app, context)
  const [redirect, location] = [navigation.redirect(), navigation.location()]
  return { html, title: context.title ?? '', parts: [...context.modules ?? []], ...(isStill(drawing) && { still: true }), ...(redirect !== undefined && { redirect }), ...(location !== undefined && { location }) }
}

/** Stands in the place of whatever page was sent. */
const keptPage: RouteRecord = { path: '', component: () => import('./KeptPage.vue') }

const draw = async (drawing: Drawing): Promise<Drawn> => {
  let known = false
  const ask: Ask = async (path, init) => {
    const reply = await drawing.ask(path, init)
    if (path === '/api/session') known = reply.ok
    return reply
  }
  serveFrom({ ...drawing, ask })
  try {
    await setLocale(drawing.locale, false)
    await useSession().refresh()
    // Who was here on the page before stays remembered when nobody can be asked: nobody's page is drawn then.
    if (!known) throw new Error('It is not known whose page this is')
    const kept = drawing.outcome?.kept
    const navigation = await createServerNavigation(routes, drawing.address, kept && keptPage)
    const verdict = kept ? true : await guard(navigation.place.value)
    return verdict === true ? await drawPage(drawing, navigation) : { html: '', title: '', parts: [], redirect: verdict === false ? '/' : navigation.resolve(verdict).fullPath }
  } finally {
    serveFrom(undefined)
  }
}

let last: Promise<unknown> = Promise.resolve()

/** One after the other, however they end. */
const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
  const turn = last.then(act, act)
  last = turn
  return turn
}

export const pages: PlainPages = {
  draw: (drawing) => inTurn(() => draw(drawing)),
  receive: (sent) => inTurn(async () => {
    await setLocale(sent.locale, false)
    return receivePage(sent)
  }),
}
