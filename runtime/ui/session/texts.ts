// The texts of a session that is about to end or has ended: loaded when that happens.
import { addTexts } from '../locale.ts'
import vi from './locales/vi.json'

export const t = addTexts({ vi, en: () => import('./locales/en.json') })
