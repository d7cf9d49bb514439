// The few moods a message or a state may have, and the mood of each state of a dossier or a draft.
export type Tone = 'neutral' | 'accent' | 'info' | 'good' | 'warn' | 'bad'

export const statusTones = {
  'draft': 'neutral',
  'submitted': 'info',
  'received': 'info',
  'processing': 'info',
  'supplement': 'warn',
  'payment': 'warn',
  'decided': 'good',
  'returned': 'good',
  'granted': 'good',
  'refused': 'bad',
  'withdrawn': 'neutral',
  'stopped': 'bad',
  'in-review': 'info',
  'changes-asked': 'warn',
  'approved': 'good',
  'scheduled': 'good',
  'published': 'accent',
} as const satisfies Record<string, Tone>

export type Status = keyof typeof statusTones

export const isStatus = (value: string): value is Status => Object.hasOwn(statusTones, value)
