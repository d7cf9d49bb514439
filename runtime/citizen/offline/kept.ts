// What of a person is kept in this browser for a line that may break, and under which names; the page and its service worker
// agree on it here.

export const personalCache = 'motcua-personal'

/** The page without anybody's content; the app fills it. */
export const shellPath = '/khung'

/** Never changes under its address: built files and the judge of a revision. */
export const isImmutable = (path: string): boolean => path.startsWith('/assets/') || /^\/api\/procedures\/[^/]+\/revisions\/[^/]+\/(validator\.js)?$/.test(path)

/** Belongs to the person who is signed in: who that is, and a draft. */
export const isPersonal = (path: string): boolean => path === '/api/session' || /^\/api\/dossiers\/[^/]+$/.test(path)
