// When a change takes effect: a day in law begins at midnight in Vietnam (BLDS 2015 Đ.146), whatever the clock of the machine.
const day = /^\d{4}-\d{2}-\d{2}$/
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/

/** An instant in UTC; undefined for what is no day and no instant. */
export const publicationInstant = (text: string): string | undefined => {
  const written = day.test(text) ? `${text}T00:00:00+07:00` : text
  const at = instant.test(written) ? new Date(written) : undefined
  if (!at || Number.isNaN(at.getTime())) return undefined
  // 31 February is read as a day of March; it is none.
  const isSameDay = new Date(`${written.slice(0, 10)}T00:00:00Z`).toISOString().slice(0, 10) === written.slice(0, 10)
  return isSameDay ? at.toISOString() : undefined
}
