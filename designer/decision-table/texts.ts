// The texts of decision tables: t('table.condition').
import { addTexts } from '#runtime/ui/locale.ts'
import en from './locales/en.json'
import vi from './locales/vi.json'

export const t = addTexts({ vi, en })
