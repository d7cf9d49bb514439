// PostgreSQL counts its placeholders: ? becomes $1, $2, … outside quoted text and names.
export const numberPlaceholders = (sql: string): string => {
  let n = 0
  return sql.replaceAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\?/g, (token) => (token === '?' ? `$${++n}` : token))
}
