// The texts of units and officers: t('organisation.title'), and the names of roles.
import { addTexts, type SharedKey } from '#runtime/ui/locale.ts'
import en from './locales/en.json'
import vi from './locales/vi.json'

export const t = addTexts({ vi, en })

export const roleName = (role: string): string => t(`roles.${role}` as SharedKey)
