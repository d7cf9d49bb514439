// All sentences that the core has for issues, in both languages, for the server and for those who design: what is wrong
// with answers, with acts on a dossier, with a document, with a file that is brought in.
import answersEn from './answers/en.json' with { type: 'json' }
import answersVi from './answers/vi.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import { issueWords, type Catalogue } from './issue-words.ts'
import type { Locale } from './localise.ts'
import vi from './vi.json' with { type: 'json' }

export type MessageCode = keyof typeof vi | keyof typeof answersVi

const catalogues: Record<Locale, Catalogue> = { vi: { ...answersVi, ...vi }, en: { ...answersEn, ...en } }

export const hasMessage = (code: string): boolean => Object.hasOwn(catalogues.vi, code)

export const { translate, translateIssue } = issueWords((locale) => catalogues[locale])
