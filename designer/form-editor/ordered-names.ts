// Objects whose order of names matters: the columns of a table, the parts of a group. Each edit makes a new object, so
// that undo brings back the order as well as the content.

const entriesOf = <T>(owner: Record<string, T>): [string, T][] => Object.entries(owner)

export const insertName = <T>(owner: Record<string, T>, name: string, value: T, index = Object.keys(owner).length): Record<string, T> =>
  Object.fromEntries(entriesOf(owner).toSpliced(index, 0, [name, value]))

export const removeName = <T>(owner: Record<string, T>, name: string): Record<string, T> => Object.fromEntries(entriesOf(owner).filter(([each]) => each !== name))

export const renameName = <T>(owner: Record<string, T>, from: string, to: string): Record<string, T> =>
  Object.fromEntries(entriesOf(owner).map(([name, value]) => [name === from ? to : name, value]))

export const moveName = <T>(owner: Record<string, T>, name: string, index: number): Record<string, T> =>
  owner[name] === undefined ? owner : insertName(removeName(owner, name), name, owner[name], index)

/** The list with the item at `from` standing at `to`. */
export const moveItem = <T>(list: readonly T[], from: number, to: number): T[] => {
  const item = list[from]
  return item === undefined ? [...list] : list.toSpliced(from, 1).toSpliced(Math.max(0, Math.min(to, list.length - 1)), 0, item)
}
