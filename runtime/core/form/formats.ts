// The formats of the profile as patterns. JSON Schema 2020-12 does not assert `format`, so every format is judged by a
// pattern: then any validator, in any language, gives our verdict. All are linear and read the same in ECMAScript and RE2.

const day31 = '(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])'
const day30 = '(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)'
const leapYear = '(?:(?:19|20|21)(?:0[48]|[2468][048]|[13579][26])|2000)'
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?'
const atom = '[A-Za-z0-9_%+-]+'

export const formatPatterns: Record<'date' | 'email', string> = {
  /** Civil dates of the years 1900 to 2199 that exist, leap days included. */
  date: `^(?:(?:19|20|21)[0-9][0-9]-(?:${day31}|${day30}|02-(?:0[1-9]|1[0-9]|2[0-8]))|${leapYear}-02-29)$`,
  email: `^${atom}(?:\\.${atom})*@${label}(?:\\.${label})*\\.[A-Za-z]{2,}$`,
}
