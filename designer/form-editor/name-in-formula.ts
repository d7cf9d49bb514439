// The name by which a formula reads a question: /coSo/ten is coSo.ten; a column is called by its own name in its row.
export const nameInFormula = (path: string): string => path.slice(path.includes('/*') ? path.lastIndexOf('/*') + 3 : 1).replaceAll('/', '.')
