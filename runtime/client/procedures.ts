// What everybody may read of procedures, and the validator of a revision as the server published it.
import type { Locale } from '#core/text/localise.ts'
import type { Explained } from '#core/procedure/explain-procedure.ts'
import type { Issue } from '#core/issues/issue.ts'
import { validatorRuntime, type CompiledValidator, type ValidatorRuntime } from '#core/json-schema/validator-runtime.ts'
import type { CataloguePage, ChangesFeed, Procedure } from '#schemas/generated/types.ts'
import { type Reply, request } from './http.ts'
import { onServer } from './on-server.ts'

export interface PublishedProcedure {
  id: string
  revision: string
  publishedAt: string
  document: Procedure
  warnings?: Issue[]
  /** Of the present revision only. */
  explained?: Record<Locale, Explained>
}

/** `query` is the address of the catalogue: words, filters, page (core/catalogue). */
export const searchProcedures = (query: Record<string, string>, signal?: AbortSignal): Promise<Reply<CataloguePage>> =>
  request('GET', `/api/procedures?${new URLSearchParams(query).toString()}`, signal ? { signal } : {})

export const getProcedure = (id: string): Promise<Reply<PublishedProcedure>> => request('GET', `/api/procedures/${id}`)

/** Leads to the revision in force, for programs that follow a procedure. */
export const latestUrl = (id: string): string => `/api/procedures/${id}/revisions/latest`

export const changesFeedUrl = (id: string, locale: Locale): string => `/api/procedures/${id}/changes.json${locale === 'en' ? '?lang=en' : ''}`

/** What changed for those who read the data, revision by revision. */
export const getChangesFeed = (id: string, locale: Locale): Promise<Reply<ChangesFeed>> => request('GET', changesFeedUrl(id, locale))

export const validatorUrl = (id: string, revision: string): string => `/api/procedures/${id}/revisions/${revision}/validator.js`

/** Of a form that officers fill in: of a step, or of an opinion that the step asks for. */
export const stepValidatorUrl = (id: string, revision: string, step: string, opinion?: string): string =>
  `/api/procedures/${id}/revisions/${revision}/steps/${opinion === undefined ? step : `${step}.${opinion}`}/validator.js`

/** The empty form, to fill in by hand. */
export const emptyFormUrl = (id: string, revision: string, locale: Locale): string => `/api/procedures/${id}/revisions/${revision}/form.pdf?lang=${locale}`

/**
 * The judge of a form, as a module of the server: a page under our content security policy makes no code from text.
 * Undefined when it cannot be loaded; the server judges again in any case.
 */
export const loadValidator = async (url: string): Promise<CompiledValidator | undefined> => {
  const side = onServer()
  if (side) return side.validatorAt(url)
  try {
    const module = await import(/* @vite-ignore */ url) as { default: (runtime: ValidatorRuntime) => CompiledValidator }
    return module.default(validatorRuntime)
  } catch {
    return undefined
  }
}
