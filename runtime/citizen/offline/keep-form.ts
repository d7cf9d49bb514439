// Keeps the form that is open for the time without a line: starts the service worker, and asks it to hold the draft, who is signed
// in, and the judge of the form. Nothing here is needed to fill in a form; where a browser refuses, it is simply not kept.
import { validatorUrl } from '#runtime/client/procedures.ts'
import type { Dossier } from '#schemas/generated/types.ts'
import { personalCache } from './kept.ts'

interface Policies { createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => { createScriptURL: (url: string) => string } }

/** The one address of a script that this app ever makes from text (Trusted Types). */
const workerUrl = (): string => {
  const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes
  return policies ? policies.createPolicy('motcua', { createScriptURL: () => '/sw.js' }).createScriptURL('/sw.js') : '/sw.js'
}

let registered: Promise<unknown> | undefined

export const keepForm = async ({ id, procedureId, revision }: Dossier): Promise<void> => {
  try {
    registered ??= navigator.serviceWorker.register(workerUrl())
    await registered
    await navigator.serviceWorker.ready
    await (await caches.open(personalCache)).addAll([`/api/dossiers/${id}`, '/api/session'])
    await fetch(validatorUrl(procedureId, revision))
  } catch { /* A private window, an old browser, a line that broke again: the next visit tries anew. */ }
}
