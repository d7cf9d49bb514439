// The uploads of one question while they are on their way: how far each is, whether it waits for the line, what failed
// and why, how to stop it. Leaving the page stops them without forgetting them.
import { onMounted, onScopeDispose, shallowRef } from 'vue'
import type { FileRule } from '#schemas/generated/types.ts'
import { formatSize, type AttachedFile, type FilesApi } from '../files.ts'
import { t } from '../late-texts.ts'
import { kindOf, refusalOf } from './check-file.ts'

export interface Upload {
  key: number
  name: string
  size: number
  /** The part that is sent, 0 to 1. */
  part: number
  /** The line is gone; it goes on by itself. */
  waits?: boolean
  /** What was done to it: scaled down. */
  note?: string
  /** Why it failed; absent while it is on its way. */
  failure?: string | undefined
  retry?: (() => void) | undefined
  stop(): void
}

interface Setting {
  rule: () => FileRule | undefined
  files: () => FilesApi | undefined
  pointer: () => string
  locale: () => string
  done(file: AttachedFile): void
  /** For those who do not see the bar. */
  say(text: string): void
}

let last = 0

/** As large as may be sent, where that can be reached; with what has to be told about it. */
const fit = async (file: File, rule: FileRule | undefined, locale: string): Promise<{ file: File; note?: string }> => {
  if (!rule || file.size <= rule.maxBytes || !rule.accept.includes('jpg') || !['jpg', 'png'].includes(await kindOf(file))) return { file }
  const smaller = await import('./shrink-photo.ts').then(({ shrinkPhoto }) => shrinkPhoto(file, rule.maxBytes), () => undefined)
  return smaller ? { file: smaller, note: t('form.file.shrunk', { from: formatSize(file.size, locale), to: formatSize(smaller.size, locale) }) } : { file }
}

export const useUploads = ({ rule, files, pointer, locale, done, say }: Setting) => {
  const uploads = shallowRef<readonly Upload[]>([])
  const stops = new Map<number, AbortController>()
  const update = (key: number, change: Partial<Upload>): void => { uploads.value = uploads.value.map((each) => (each.key === key ? { ...each, ...change } : each)) }
  const drop = (key: number): void => {
    stops.delete(key)
    uploads.value = uploads.value.filter((each) => each.key !== key)
  }

  /** Quarters are told, and when the line goes and comes. */
  const follow = (key: number, name: string) => {
    let [told, waited] = [0, false]
    return (part: number, waits = false): void => {
      update(key, { part, waits })
      if (waits !== waited) say(t(waits ? 'form.file.waiting' : 'form.file.goesOn', { name }))
      else if (Math.floor(part * 4) > told && part < 1) say(t('form.file.sent', { name, percent: Math.floor(part * 4) * 25 }))
      told = Math.floor(part * 4)
      waited = waits
    }
  }

  const send = async (key: number, chosen: File, signal: AbortSignal): Promise<void> => {
    update(key, { failure: undefined, retry: undefined, part: 0, waits: false })
    const { file, note } = await fit(chosen, rule(), locale())
    const refusal = await refusalOf(file, rule(), locale())
    if (signal.aborted) return
    if (refusal) return update(key, { failure: refusal })
    update(key, { size: file.size, ...(note && { note }) })
    const reply = await files()?.upload(pointer(), file, follow(key, file.name), signal)
    if (signal.aborted) return
    if (!reply) return drop(key)
    if (!reply.ok) return update(key, { failure: reply.message, ...(reply.again !== false && { retry: () => begin(key, chosen, signal) }) })
    drop(key)
    done(reply.file)
  }

  const begin = (key: number, file: File, signal: AbortSignal): void => {
    const work = send(key, file, signal)
    files()?.follow?.(work)
  }

  const start = (file: File): void => {
    const key = ++last
    const stopping = new AbortController()
    stops.set(key, stopping)
    const stop = (): void => {
      stopping.abort('cancel')
      drop(key)
    }
    uploads.value = [...uploads.value, { key, name: file.name.normalize('NFC'), size: file.size, part: 0, stop }]
    begin(key, file, stopping.signal)
  }

  onMounted(async () => { for (const file of await files()?.unfinished?.(pointer()) ?? []) start(file) })
  onScopeDispose(() => { for (const stopping of stops.values()) stopping.abort('leave') })
  return { uploads, start, stopAll: () => { for (const upload of uploads.value) upload.stop() } }
}
