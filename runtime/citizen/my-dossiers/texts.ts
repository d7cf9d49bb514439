// The texts of following a dossier: papers, the way ahead, the rating.
import { addTexts } from '#runtime/ui/locale.ts'
import vi from './locales/vi.json'

export const t = addTexts({ vi, en: () => import('./locales/en.json') })
