// Takes away an index of headers that nothing reads since tasks have a table of their own: every filing wrote it, and SQLite took
// it for counting what is in hand, where the index made for that is thirty times quicker (a million dossiers).
export const name = '0012-unused-index'

export const statements = (): string[] => ['DROP INDEX dossier_due']
