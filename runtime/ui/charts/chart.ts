// What charts are drawn from: rows with a length for each series, and the series with their colours.
export interface Series {
  name: string
  /** The class of its colour: fill-accent. */
  fill: string
}

export interface BarRow {
  key: string
  label: string
  /** In the order of the series. */
  parts: readonly number[]
  /** What stands at the end of the bar. */
  text: string
}

export const channelFills = ['fill-accent', 'fill-gilt', 'fill-info'] as const
/** Early, on time, late, without a limit. */
export const promptnessFills = ['fill-good', 'fill-gilt', 'fill-bad', 'fill-line-strong'] as const
/** Good, fair, poor. */
export const markFills = ['fill-good', 'fill-gilt', 'fill-bad'] as const
