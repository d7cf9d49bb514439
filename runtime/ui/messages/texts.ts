// The texts of messages between applicant and office, the same on both sides.
import { addTexts } from '../locale.ts'
import vi from './locales/vi.json'

export const t = addTexts({ vi, en: () => import('./locales/en.json') })
