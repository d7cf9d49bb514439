// The texts of charts: loaded with the pages that have some.
import { addTexts } from '../locale.ts'
import vi from './locales/vi.json'

export const t = addTexts({ vi, en: () => import('./locales/en.json') })
