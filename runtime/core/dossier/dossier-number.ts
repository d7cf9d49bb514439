// The code of a dossier, as on the receipt and in the national portal: agency, date of receipt in Vietnam, number of the
// day (TT 01/2018/TT-VPCP Đ.19, TT 4/2025/TT-VPCP). Numbers are never used again.
import { toLocal, type WorkingCalendar } from '../deadline/working-calendar.ts'

/** `G06-261121-`: what the codes of one agency and day begin with; `host` are the two digits of a host agency. */
export const dossierCodePrefix = (agencyCode: string, received: string, calendar: WorkingCalendar, host = ''): string =>
  `${agencyCode}-${toLocal(received, calendar).date.slice(2).replaceAll('-', '')}-${host}`

/** At least four digits, more on a busy day. */
export const dossierCode = (prefix: string, sequence: number): string => prefix + String(sequence).padStart(4, '0')
