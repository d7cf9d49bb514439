// The shared texts that a page loads when it needs them: signing in, roles, the states of things, the page that is not there.
import { addTexts, type TextKey } from './locale.ts'
import vi from './locales/late/vi.json'

export type LateKey = TextKey<typeof vi>

export const t = addTexts({ vi, en: () => import('./locales/late/en.json') })
