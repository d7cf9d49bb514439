// The texts of the pages around a filing: beginning it, checking it, following it. Those who fill in a form load them when
// they come to such a page.
import { addTexts, type TextKey, type Translate } from '#runtime/ui/locale.ts'
import vi from './locales/pages/vi.json'
import { t as everywhere } from './texts.ts'

const own = addTexts({ vi, en: () => import('./locales/pages/en.json') })

/** With the texts of the app. */
export const t: Translate<TextKey<typeof vi> | Parameters<typeof everywhere>[0]> = own as typeof t
