// The texts of the map and of the estimate beside it: t('chart.title').
import { addTexts } from '#runtime/ui/locale.ts'
import en from './locales/en.json'
import vi from './locales/vi.json'

export const t = addTexts({ vi, en })
