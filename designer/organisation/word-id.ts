// The short word by which a unit or a calendar is known for ever, made from its first name: “Phòng Đo lường” → phong-do-luong.
import { foldText } from '#core/text/format.ts'

export const wordOf = (name: string, taken: readonly string[]): string => {
  const letters = foldText(name).replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+/, '').slice(0, 50).replace(/-+$/, '') || 'moi'
  for (let n = 1; ; n++) {
    const word = n === 1 ? letters : `${letters}-${n}`
    if (!taken.includes(word)) return word
  }
}
