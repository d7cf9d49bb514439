// What the server and the pages that it draws agree on: the pages are built from the same components as the app, and know
// of the world only what they are told here.
import type { DossierView, Problem } from '#schemas/generated/types.ts'
import type { FormEntry } from '../answers/read-form-data.ts'
import type { Answers } from '../issues/json-pointer.ts'
import type { CompiledValidator } from '../json-schema/validator-runtime.ts'
import type { Locale } from '../text/localise.ts'
import type { KeptPage } from './kept-page.ts'

/** Asks the API as a browser would, in the name of the person whose page it is. */
export type Ask = (path: string, init?: RequestInit) => Promise<Response>

/** What is told about what was just sent. */
export interface Outcome {
  /** Pointers whose faults are told now. */
  revealed?: readonly string[]
  /** Sentences about questions that no judge can say: a file that could not be taken. */
  failures?: readonly (readonly [pointer: string, sentence: string])[]
  /** A key of the texts about a page: 'saved', 'stale'. */
  notice?: string
  /** What could not be done, in the server's words. */
  problem?: Problem
  /** What was typed and is not saved. */
  typed?: Answers
  /** The same of a form of the product itself: who files, a profile. */
  own?: Answers
  /** Fields to be shown again as they were sent, by name. */
  fields?: Readonly<Record<string, string>>
  /** A page that was not taken in: it goes along with the question who sent it. */
  kept?: KeptPage
}

export interface Drawing {
  /** Path and query of the page. */
  address: string
  locale: Locale
  ask: Ask
  /** The judge of a revision, by the address at which browsers load it. */
  validatorAt: (url: string) => Promise<CompiledValidator | undefined>
  /** The key under which this page's filing is sent: the same page sent twice files once. */
  filingKey: string
  outcome?: Outcome
}

export interface Drawn {
  /** What stands inside of the page's root element. */
  html: string
  title: string
  /** The parts of the app that this page is made of, by their sources. */
  parts: readonly string[]
  /** What was typed stands in this page alone: scripts must not take its place. */
  still?: boolean
  /** Where the person is to go instead. */
  redirect?: string
  /** The address of what was drawn, where another one asked for it. */
  location?: string
}

/** What the API answered while a page was drawn. */
export interface DrawnReply {
  path: string
  etag: string | null
  body: string
}

/** One page of a form as it was sent back. */
export interface SentPage {
  view: DossierView
  /** Absent when nothing was filled in: the page that only shows. */
  page?: string
  entries: readonly FormEntry[]
  /** What the pressed button said. */
  act?: string
  locale: Locale
  validate: CompiledValidator | undefined
}

export interface Received {
  /** What a draft keeps. */
  answers: Answers
  /** Questions that stood on the page and are not right yet. */
  faults: string[]
  /** The first question that is asked on this page now and was not before. */
  appeared: string | undefined
  /** Words of questions whose answers were dropped, because they no longer went with another. */
  dropped: string
  /** Pages to go through, in order. */
  pages: string[]
}

/** What the build of the pages gives the server. */
export interface PlainPages {
  draw: (drawing: Drawing) => Promise<Drawn>
  receive: (sent: SentPage) => Promise<Received>
}
