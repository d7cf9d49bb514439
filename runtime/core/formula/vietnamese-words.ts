// Whole numbers and dates in Vietnamese words, as deeds and receipts write them beside the figures: a sum of money on a
// registration, the day of birth on a birth certificate. Called by the functions WORDS and DATEWORDS.

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const scales = ['', ' nghìn', ' triệu'] as const
const billion = 1_000_000_000

const unitsAfterTens = (units: number, tens: number): string => {
  if (units === 1 && tens > 1) return ' mốt'
  return units === 5 ? ' lăm' : units === 0 ? '' : ` ${digits[units]}`
}

const below100 = (value: number): string => {
  const [tens, units] = [Math.floor(value / 10), value % 10]
  if (tens === 0) return digits[units]!
  return `${tens === 1 ? 'mười' : `${digits[tens]} mươi`}${unitsAfterTens(units, tens)}`
}

/** Behind other words nothing is left out: "không trăm linh năm". */
const below1000 = (value: number, whole: boolean): string => {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100]
  if (hundreds === 0 && !whole) return below100(rest)
  const head = `${digits[hundreds]} trăm`
  return rest === 0 ? head : `${head}${rest < 10 ? ' linh' : ''} ${below100(rest)}`
}

const belowBillion = (value: number, whole: boolean): string =>
  [2, 1, 0].reduce((said, scale) => {
    const group = Math.floor(value / 1000 ** scale) % 1000
    if (group === 0) return said
    return `${said}${said && ' '}${below1000(group, whole || said !== '')}${scales[scale]}`
  }, '')

const readWhole = (value: number, whole = false): string => {
  if (value < billion) return belowBillion(value, whole)
  const rest = value % billion
  return `${readWhole(Math.floor(value / billion))} tỷ${rest === 0 ? '' : ` ${belowBillion(rest, true)}`}`
}

/** 1205000 is "một triệu hai trăm linh năm nghìn"; undefined for what is no whole number or cannot be exact. */
export const numberInWords = (value: number): string | undefined => {
  if (!Number.isSafeInteger(value)) return undefined
  if (value === 0) return digits[0]
  return value < 0 ? `âm ${readWhole(-value)}` : readWhole(value)
}

/** 2026-04-15 is "ngày mười lăm tháng tư năm hai nghìn không trăm hai mươi sáu". */
export const dateInWords = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return `ngày ${below100(day)} tháng ${month === 4 ? 'tư' : below100(month)} năm ${readWhole(year)}`
}
