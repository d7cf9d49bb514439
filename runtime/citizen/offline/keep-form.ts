// Keeps the form that is open for the time without a line: starts the service worker, and asks it to hold the draft, who is signed
// in, and the judge of the form; what is saved or attached later is noted in the draft that is held. Nothing here is needed to
// fill in a form; where a browser refuses, it is simply not kept.
import { watch } from 'vue'
import { validatorUrl } from '#runtime/client/procedures.ts'
import type { Dossier, DossierView } from '#schemas/generated/types.ts'
import type { Application } from '../apply/use-application.ts'
import { personalCache } from './kept.ts'

interface Policies { createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => { createScriptURL: (url: string) => string } }

/** The one address of a script that this app ever makes from text (Trusted Types). */
const workerUrl = (): string => {
  const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes
  return policies ? policies.createPolicy('motcua', { createScriptURL: () => '/sw.js' }).createScriptURL('/sw.js') : '/sw.js'
}

let registered: Promise<unknown> | undefined

const hold = async ({ id, procedureId, revision }: Dossier): Promise<void> => {
  registered ??= navigator.serviceWorker.register(workerUrl())
  await registered
  await navigator.serviceWorker.ready
  await (await caches.open(personalCache)).addAll([`/api/dossiers/${id}`, '/api/session'])
  await fetch(validatorUrl(procedureId, revision))
}

/** The draft that is held says what the server has by now; nothing is asked for again. */
const note = async ({ dossier, form, saving, files }: Application): Promise<void> => {
  const path = `/api/dossiers/${dossier.id}`
  const cache = await caches.open(personalCache)
  const held = await cache.match(path, { ignoreVary: true })
  if (!held) return
  const view = await held.json() as DossierView
  const current: DossierView = { ...view, dossier: { ...view.dossier, answers: form.answers.value, version: saving.version() }, files: [...files.known.value.values()] }
  await cache.put(path, new Response(JSON.stringify(current), { headers: { 'Content-Type': 'application/json' } }))
}

/** Call it in the scope of the application: it ends with it. */
export const keepForm = (application: Application): void => {
  // A private window, an old browser, a line that broke again: the next visit tries anew.
  const holding = hold(application.dossier).then(() => true, () => false)
  const keep = async (): Promise<void> => {
    if (application.saving.state.value.kind === 'saved' && await holding) await note(application).catch(() => undefined)
  }
  watch([application.saving.state, application.files.known], keep, { immediate: true })
}
