// What can be said of a file before it is sent: its size, and its kind by its first bytes. The server looks at all of it
// and says the same in the same words (server/files/fault-texts.ts).
import type { FileRule } from '#schemas/generated/types.ts'
import { fileKind, formatSize } from '../files.ts'
import { t } from '../late-texts.ts'

const starts: readonly [string, string][] = [['255044462d', 'pdf'], ['ffd8ff', 'jpg'], ['89504e47', 'png'], ['504b0304', 'zip'], ['d0cf11e0', 'oldOffice']]

const readStart = async (file: Blob): Promise<string> => [...new Uint8Array(await file.slice(0, 32).arrayBuffer())].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** The kind by content: pdf, jpg, png, docx, xlsx, heic, oldOffice, or nothing that is known. */
export const kindOf = async (file: File): Promise<string> => {
  const start = await readStart(file)
  if (/^.{8}66747970(68656963|68656978|6d696631|6d736631)/.test(start)) return 'heic'
  const kind = starts.find(([bytes]) => (bytes === '255044462d' ? start.includes(bytes) : start.startsWith(bytes)))?.[1] ?? ''
  return kind === 'zip' ? fileKind(file.name) : kind
}

/** Why it cannot be sent; undefined when nothing speaks against it. */
export const refusalOf = async (file: File, rule: FileRule | undefined, locale: string): Promise<string | undefined> => {
  if (!rule) return undefined
  if (file.size === 0) return t('form.file.empty')
  try {
    const kind = await kindOf(file)
    if (kind === 'heic') return t('form.file.heic')
    if (kind === 'oldOffice') return t('form.file.oldOffice')
    if (!(rule.accept as string[]).includes(kind)) return t('form.file.wrongKind', { kinds: rule.accept.map((each) => each.toUpperCase()).join(', ') })
  } catch {
    return t('form.file.unreadable')
  }
  return file.size > rule.maxBytes ? t('form.file.tooLarge', { size: formatSize(rule.maxBytes, locale) }) : undefined
}
