// The code of a dossier, as on the receipt and in the national portal: agency, date of receipt in Vietnam, number of the
// day (TT 01/2018/TT-VPCP Đ.19, TT 4/2025/TT-VPCP). Numbers are never used again.
import { toLocal, type WorkingCalendar } from '../deadline/working-calendar.ts'

/** `G06-261121-`: what the codes of one agency and day begin with; `host` are the two digits of a host agency. */
export const dossierCodePrefix = (agencyCode: string, received: string, calendar: WorkingCalendar, host = ''): string =>
  `${agencyCode}-${toLocal(received, calendar).date.slice(2).replaceAll('-', '')}-${host}`

/** At least four digits, more on a busy day. */
export const dossierCode = (prefix: string, sequence: number): string => prefix + String(sequence).padStart(4, '0')

const misread: Record<string, string> = { O: '0', I: '1', L: '1' }
const digits = (text: string): string => text.replace(/[OIL]/g, (letter) => misread[letter]!)
const isDay = (day: string): boolean => /^\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(day)
const mostReadings = 3

/**
 * The codes that somebody may have meant: case, spaces and the kind of dash do not matter, nor O for 0 in the figures. Without
 * dashes the day may lie at several places, so there may be more than one; the most likely comes first.
 */
export const readDossierCodes = (typed: string): string[] => {
  const plain = typed.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z.]+/g, '-').replace(/^-|-$/g, '')
  const parts = plain.split('-')
  const [day = '', number = ''] = parts.slice(-2).map(digits)
  if (parts.length >= 3 && isDay(day) && /^\d{4,}$/.test(number)) return [`${parts.slice(0, -2).join('')}-${day}-${number}`]
  const joined = parts.join('')
  return Array.from({ length: Math.max(0, joined.length - 10) }, (_, i) => i + 1)
    .map((at) => [joined.slice(0, at), digits(joined.slice(at, at + 6)), digits(joined.slice(at + 6))] as const)
    .filter(([agency, date, rest]) => /^[A-Z][A-Z0-9.]*$/.test(agency) && isDay(date) && /^\d{4,6}$/.test(rest))
    .sort(([a], [b]) => b.length - a.length)
    .slice(0, mostReadings)
    .map((each) => each.join('-'))
}
