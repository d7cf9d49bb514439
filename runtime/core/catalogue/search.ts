// A search of the catalogue as it stands in the address of the first page: words, filters, the page of the list.
export const filters = ['field', 'agency', 'audience', 'event', 'level'] as const
export type Filter = (typeof filters)[number]

/** As it stands in the address of the catalogue. */
export type Search = { q: string, page: number } & Record<Filter, string>

/** Reads it from there, whatever was written. */
export const readSearch = (read: (name: string) => string | undefined): Search => {
  const page = Number(read('page'))
  return { q: read('q') ?? '', page: Number.isInteger(page) && page > 0 ? page : 1, ...Object.fromEntries(filters.map((filter) => [filter, read(filter) ?? ''])) as Record<Filter, string> }
}

/** What goes into the address: nothing that says nothing. */
export const searchQuery = ({ page, ...search }: Search): Record<string, string> =>
  Object.fromEntries([...Object.entries(search), ['page', page > 1 ? String(page) : '']].filter(([, value]) => value !== ''))
