// The texts of forms, for every app that shows one: t('form.file.add').
import { addTexts } from '#runtime/ui/locale.ts'
import vi from './locales/vi.json'

export const t = addTexts({ vi, en: () => import('./locales/en.json') })
