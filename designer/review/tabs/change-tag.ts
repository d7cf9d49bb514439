// How a change is called on a tag, and its mood: what happened to the question, and what that does to those who have answered.
import type { ShownClass } from '#core/change/change-class.ts'
import type { ToldDifference } from '#core/change/group-differences.ts'
import type { Tone } from '#runtime/ui/tone.ts'
import { t as review } from '../texts.ts'
import { t } from './texts.ts'

export const classTones: Record<ShownClass, Tone> = { cosmetic: 'neutral', wider: 'good', changesHandling: 'warn', changesFee: 'warn', asksAgain: 'warn', losesData: 'bad', changesMeaning: 'info' }

export const tagOf = ({ class: changeClass, difference: { part, kind, setting } }: ToldDifference): { tone: Tone, text: string } => {
  const what = setting === undefined && (part === 'question' || part === 'page') ? kind : 'changed'
  return { tone: classTones[changeClass], text: `${t(`comparison.kinds.${what}`)} · ${review(`changeList.classes.${changeClass}`)}` }
}
