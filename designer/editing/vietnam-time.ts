// The time of day in Vietnam of an instant, 10:42: what "saved at" shows.
export const vietnamTime = (instant: string): string => new Date(new Date(instant).getTime() + 7 * 3_600_000).toISOString().slice(11, 16)
