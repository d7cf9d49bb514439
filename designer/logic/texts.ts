// The texts of conditions, rules, checks and formulas, and of the overview over all of them: t('rulebook.overview.title').
import { addTexts } from '#runtime/ui/locale.ts'
import en from './locales/en.json'
import vi from './locales/vi.json'

export const t = addTexts({ vi, en })
