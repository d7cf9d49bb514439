// The texts of the catalogue and of a procedure's page: those who fill in a form do not load them.
import { addTexts } from '#runtime/ui/locale.ts'
import vi from './locales/vi.json'

export const t = addTexts({ vi, en: () => import('./locales/en.json') })
