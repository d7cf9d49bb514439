// Replacing words in texts, one or all of them, as one edit. A title that changes here changes no name and no value.
import { isRecord, readAt } from '#core/issues/json-pointer.ts'
import type { Procedure, Translations } from '#schemas/generated/types.ts'
import type { Command } from '../editing/command.ts'

export interface Replacement {
  owner: string
  key: string
  language: 'vi' | 'en'
  text: string
}

const messagePrefix = 'x-messages.'

const replaceOne = (draft: Procedure, { owner, key, language, text }: Replacement): void => {
  const node = readAt(draft, owner)
  if (!isRecord(node)) return
  const messages = key.startsWith(messagePrefix) ? node['x-messages'] : undefined
  const vietnamese = key.startsWith(messagePrefix) ? { at: isRecord(messages) ? messages : undefined, name: key.slice(messagePrefix.length) } : { at: node, name: key }
  const { at, name } = language === 'vi' ? vietnamese : { at: (node['x-i18n'] as Translations | undefined)?.en as Record<string, unknown> | undefined, name: key }
  // Only what is a text already: nothing is made here.
  if (at && typeof at[name] === 'string' && at[name] !== text) at[name] = text
}

export const replaceText: Command<{ replacements: readonly Replacement[] }> = {
  name: 'replaceText',
  recipe: (draft, { replacements }) => { for (const each of replacements) replaceOne(draft, each) },
}

export const findCommands = { replaceText } as const
