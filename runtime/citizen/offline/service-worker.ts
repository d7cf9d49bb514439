// Keeps a form that was opened, so that a lost line costs nothing: the app's files, the draft as the server last told it, its
// judge. Answers themselves are kept by the page (apply/local-copy.ts). What belongs to a person is wiped when that person signs
// out or somebody else signs in. Runs as a service worker, in one file of its own.
import { isImmutable, isPersonal, personalCache, shellPath } from './kept.ts'

/** Filled in by the build (build-worker.ts): the app's files that a form needs, and a name that changes with any of them. */
declare const __OFFLINE__: { build: string, files: string[] }
const shellCache = `motcua-shell-${__OFFLINE__.build}`

// No types of service workers beside those of pages: what is used of them is told here.
interface Extendable extends Event { waitUntil: (work: Promise<unknown>) => void }
interface Fetching extends Extendable { request: Request, respondWith: (answer: Promise<Response>) => void }
interface Worker {
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
  addEventListener: ((type: 'install' | 'activate', act: (event: Extendable) => void) => void) & ((type: 'fetch', act: (event: Fetching) => void) => void)
}
const worker = globalThis as unknown as Worker

const take = async (cacheName: string, request: Request): Promise<Response | undefined> => (await caches.open(cacheName)).match(request, { ignoreVary: true })

const install = async (): Promise<void> => {
  const cache = await caches.open(shellCache)
  await cache.addAll([shellPath, ...__OFFLINE__.files])
  await worker.skipWaiting()
}

const activate = async (): Promise<void> => {
  for (const name of await caches.keys()) if (name.startsWith('motcua-shell') && name !== shellCache) await caches.delete(name)
  await worker.clients.claim()
}

/** The same bytes for ever: from here first. */
const immutable = async (request: Request): Promise<Response> => {
  const kept = await take(shellCache, request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(shellCache)).put(request, answer.clone())
  return answer
}

/** What may have changed: from the server, and as it last was when the server cannot be reached. */
const fresh = async (request: Request): Promise<Response> => {
  try {
    const answer = await fetch(request)
    const cache = await caches.open(personalCache)
    // Only what this person opened before is kept up to date; lists and the dossiers of others are never kept.
    if (answer.ok && await cache.match(request, { ignoreVary: true })) await cache.put(request, answer.clone())
    return answer
  } catch (error) {
    const kept = await take(personalCache, request)
    if (kept) return kept
    throw error
  }
}

const page = async (request: Request): Promise<Response> => {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await take(shellCache, new Request(shellPath))
    if (kept) return kept
    throw error
  }
}

/** Signing in and out ends what was kept for a person; so does filing, for that dossier. */
const changing = async (request: Request): Promise<Response> => {
  const answer = await fetch(request)
  const { pathname } = new URL(request.url)
  if (answer.ok && pathname === '/api/session') await caches.delete(personalCache)
  const [, filed] = /^(\/api\/dossiers\/[^/]+)\/submission$/.exec(pathname) ?? []
  if (answer.ok && filed) await (await caches.open(personalCache)).delete(filed)
  return answer
}

const answerFor = (request: Request): Promise<Response> | undefined => {
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin) return undefined
  if (request.method !== 'GET') return pathname === '/api/session' || pathname.endsWith('/submission') ? changing(request) : undefined
  if (isImmutable(pathname)) return immutable(request)
  if (isPersonal(pathname)) return fresh(request)
  const isCitizens = request.mode === 'navigate' && !/^\/(api|desk|designer|schemas)(\/|$)/.test(pathname)
  return isCitizens ? page(request) : undefined
}

worker.addEventListener('install', (event) => event.waitUntil(install()))
worker.addEventListener('activate', (event) => event.waitUntil(activate()))
worker.addEventListener('fetch', (event) => {
  const answer = answerFor(event.request)
  if (answer) event.respondWith(answer)
})
