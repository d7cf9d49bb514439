// The uploads of one question while they are on their way: how far each is, what failed and why, how to stop it.
import { computed, shallowRef } from 'vue'
import type { FileRule } from '#schemas/generated/types.ts'
import { fileKind, formatSize, type AttachedFile, type FilesApi } from '../files.ts'
import { t } from '../texts.ts'

export interface Upload {
  key: number
  name: string
  size: number
  /** The part that is sent, 0 to 1. */
  part: number
  /** Why it failed; absent while it is on its way. */
  failure?: string
  retry?: () => void
  stop(): void
}

interface Setting {
  rule: () => FileRule | undefined
  files: () => FilesApi | undefined
  pointer: () => string
  locale: () => string
  done(file: AttachedFile): void
}

let last = 0

/** What can be known before sending; the server judges the content. */
const refusal = (file: File, rule: FileRule | undefined, locale: string): string | undefined => {
  if (!rule) return undefined
  if (!(rule.accept as string[]).includes(fileKind(file.name))) return t('form.file.wrongKind', { kinds: rule.accept.map((kind) => kind.toUpperCase()).join(', ') })
  if (file.size > rule.maxBytes) return t('form.file.tooLarge', { size: formatSize(rule.maxBytes, locale) })
  return file.size === 0 ? t('form.file.empty') : undefined
}

export const useUploads = ({ rule, files, pointer, locale, done }: Setting) => {
  const uploads = shallowRef<readonly Upload[]>([])
  const update = (key: number, change: Partial<Upload>): void => { uploads.value = uploads.value.map((each) => (each.key === key ? { ...each, ...change } : each)) }
  const drop = (key: number): void => { uploads.value = uploads.value.filter((each) => each.key !== key) }

  const send = async (key: number, file: File, signal: AbortSignal): Promise<void> => {
    update(key, { failure: undefined, retry: undefined, part: 0 })
    const api = files()
    if (!api) return drop(key)
    const reply = await api.upload(pointer(), file, (part) => update(key, { part }), signal)
    if (signal.aborted) return
    if (reply.ok) {
      drop(key)
      done(reply.file)
    } else update(key, { failure: reply.message, retry: () => void send(key, file, signal) })
  }

  const start = (file: File): void => {
    const key = ++last
    const stopping = new AbortController()
    const stop = (): void => {
      stopping.abort()
      drop(key)
    }
    const failure = refusal(file, rule(), locale())
    uploads.value = [...uploads.value, { key, name: file.name, size: file.size, part: 0, stop, ...(failure && { failure }) }]
    if (!failure) void send(key, file, stopping.signal)
  }

  return { uploads, start, busy: computed(() => uploads.value.some((each) => !each.failure)) }
}
