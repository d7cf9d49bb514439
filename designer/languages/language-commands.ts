// The vocabulary of translating: one text, or many that came back from a translator as one edit.
import { isRecord, readAt } from '#core/issues/json-pointer.ts'
import type { Procedure, Translations } from '#schemas/generated/types.ts'
import type { Command } from '../editing/command.ts'
import { writeEnglish } from '../editing/english.ts'

export interface Translation {
  /** Pointer of the object that has the text. */
  owner: string
  key: string
  text: string
}

const translate = (draft: Procedure, { owner, key, text }: Translation): void => {
  const node = readAt(draft, owner) as { 'x-i18n'?: Translations } | undefined
  if (!isRecord(node)) return
  const next = writeEnglish(node, key, text.normalize('NFC'))
  if (JSON.stringify(next) === JSON.stringify(node['x-i18n'])) return
  if (next) node['x-i18n'] = next
  else delete node['x-i18n']
}

/** The same text again says that it still holds. */
export const setEnglish: Command<Translation & { typing?: string }> = {
  name: 'setEnglish',
  groupKey: ({ typing }) => typing,
  recipe: (draft, translation) => translate(draft, translation),
}

export const importTranslations: Command<{ translations: readonly Translation[] }> = {
  name: 'importTranslations',
  recipe: (draft, { translations }) => { for (const each of translations) translate(draft, each) },
}

export const languageCommands = { setEnglish, importTranslations } as const
