// The texts of the public statistics.
import { addTexts } from '#runtime/ui/locale.ts'
import vi from './locales/vi.json'

export const t = addTexts({ vi, en: () => import('./locales/en.json') })
