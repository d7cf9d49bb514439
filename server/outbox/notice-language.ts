// In which language an applicant is written to: that of the screen on which the dossier was last saved or filed. Vietnamese is not noted.
import type { Locale } from '#core/text/localise.ts'
import type { Write } from '../db/unit-of-work.ts'

export const noteLanguage = (dossierId: string, locale: Locale): Write => (locale === 'vi'
  ? { sql: 'DELETE FROM notice_language WHERE dossier_id = ?', parameters: [dossierId] }
  : { sql: 'INSERT INTO notice_language (dossier_id, locale) VALUES (?, ?) ON CONFLICT (dossier_id) DO UPDATE SET locale = excluded.locale', parameters: [dossierId, locale] })
