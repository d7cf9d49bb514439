// The texts of the overview, with the words of the statistics.
import { addTexts } from '#runtime/ui/locale.ts'
import vi from './locales/vi.json'

export const t = addTexts({ vi, en: () => import('./locales/en.json') })
