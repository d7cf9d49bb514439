// The fixed words of the slips, as the annex of TT 03/2025/TT-VPCP has them. The law sets these forms in Vietnamese, so
// they are the same whatever language a screen speaks.

/** What stands behind the number, as the registers of the one-stop desk write it. */
export const slipSuffix: Readonly<Record<string, string>> = { '01': 'TNHS', '02': 'PBS', '03': 'PTC', '04': 'PXL', '05': 'TBD', '06': 'PKS', '07': 'STD' }

const vietnamOffset = 420 * 60_000

const parts = (instant: string): { day: string; month: string; year: string; hour: string; minute: string } => {
  const [year = '', month = '', day = '', hour = '', minute = ''] = new Date(Date.parse(instant) + vietnamOffset).toISOString().split(/[-T:]/)
  return { year, month, day, hour, minute }
}

/** ngày 21 tháng 11 năm 2026 */
export const dayWords = (instant: string): string => {
  const { day, month, year } = parts(instant)
  return `ngày ${day} tháng ${month} năm ${year}`
}

/** 08 giờ 30 phút, ngày 21 tháng 11 năm 2026 */
export const timeWords = (instant: string): string => {
  const { hour, minute } = parts(instant)
  return `${hour} giờ ${minute} phút, ${dayWords(instant)}`
}

/** 08:30 21/11/2026 */
export const shortTimeWords = (instant: string): string => {
  const { day, month, year, hour, minute } = parts(instant)
  return `${hour}:${minute} ${day}/${month}/${year}`
}

export const yearOf = (instant: string): string => parts(instant).year
