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
import { navigationKey } from '../navigation/use-router.ts'
import { guard, routes } from '../router.ts'
import { drawingKey } from './drawing.ts'
import FilingButtons from './FilingButtons.vue'
import FilingFields from './FilingFields.vue'
import FilingNotice from './FilingNotice.vue'
import { plainFilingKey } from './plain-filing.ts'
import { receivePage } from './receive-page.ts'
import { createServerNavigation, type ServerNavigation } from './server-navigation.ts'

const form = 'filing'

const plainPage = (drawing: Drawing) => defineComponent(() => {
  const { outcome = {} } = drawing
  const failures = new Map(outcome.failures)
  providePlain({ address: drawing.address, form: /^\/nop\//.test(drawing.address) ? form : undefined, fields: outcome.fields ?? {}, problem: outcome.problem })
  providePlainInputs({ ...plainInputs, failures })
  provide(drawingKey, drawing)
  provide(plainFilingKey, { form, action: drawing.address.replace(/[?#].*$/, ''), revealed: outcome.revealed ?? [], failures, typed: outcome.typed, fields: FilingFields, notice: FilingNotice, buttons: FilingButtons })
  return () => h(App)
})

const drawPage = async (drawing: Drawing, navigation: ServerNavigation): Promise<Drawn> => {
  const context: { title?: string, modules?: Set<string> } = {}
  const app = createSSRApp(plainPage(drawing))
  app.provide(navigationKey, navigation).component('RouterLink', RouterLink).component('RouterView', RouterView)
  const html = await renderToString(app, context)
  const redirect = navigation.redirect()
  return { html, title: context.title ?? '', parts: [...context.modules ?? []], ...(redirect !== undefined && { redirect }) }
}

const draw = async (drawing: Drawing): Promise<Drawn> => {
  let known = false
  let judge: string | undefined
  const ask: Ask = async (path, init) => {
    const reply = await drawing.ask(path, init)
    if (path === '/api/session') known = reply.ok
    return reply
  }
  serveFrom({ ask, validatorAt: (url) => { judge = url; return drawing.validatorAt(url) } })
  try {
    await setLocale(drawing.locale, false)
    await useSession().refresh()
    // Who was here on the page before stays remembered when nobody can be asked: nobody's page is drawn then.
    if (!known) throw new Error('It is not known whose page this is')
    const navigation = await createServerNavigation(routes, drawing.address)
    const verdict = await guard(navigation.place.value)
    return verdict === true ? { ...await drawPage(drawing, navigation), ...(judge !== undefined && { judge }) } : { html: '', title: '', parts: [], redirect: verdict === false ? '/' : navigation.resolve(verdict).fullPath }
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
