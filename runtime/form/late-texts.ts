// The texts of what few pages of a form have (files, tables, offers, fees): loaded with it, beside those that every page has.
import { addTexts } from '#runtime/ui/locale.ts'
import vi from './locales/late/vi.json'
import { t as everywhere } from './texts.ts'

const late = addTexts({ vi, en: () => import('./locales/late/en.json') })

export const t = late as typeof late & typeof everywhere
