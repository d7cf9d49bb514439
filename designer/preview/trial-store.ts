// The trial of the open procedure: who tries, on which device, what was answered. It outlives the views that show it, and
// the edits that are made meanwhile.
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { parsePointer, type Answers } from '#core/issues/json-pointer.ts'
import { vietnamDate } from '#core/text/format.ts'
import type { Locale } from '#core/text/localise.ts'
import type { AttachedFile } from '#runtime/form/files.ts'
import { locale as screenLocale } from '#runtime/ui/locale.ts'
import { useSelectionStore } from '../editing/selection-store.ts'
import { rewriteAnswer } from '../form-editor/condition-references.ts'

export type Device = 'phone' | 'tablet' | 'desktop'

/** Widths in CSS pixels: media queries answer as on such a device. */
export const deviceWidths: Record<Device, number> = { phone: 320, tablet: 768, desktop: 1280 }

interface Part {
  answers: Answers
  page?: string
}

const blank: Part = { answers: {} }

export const useTrialStore = defineStore('trial', () => {
  const id = ref('')
  /** Step whose officer tries; '' for the applicant. */
  const role = ref('')
  const device = ref<Device>('phone')
  const locale = ref<Locale>(screenLocale.value)
  const isLarge = ref(false)
  /** Beside the page that is being written, where there is room. */
  const isBeside = ref(true)
  const on = ref(vietnamDate(Date.now()))
  const parts = shallowRef<Readonly<Record<string, Part>>>({})
  const files = shallowRef<readonly AttachedFile[]>([])
  const serial = ref(0)
  const seed = ref(0)

  const part = computed(() => parts.value[role.value] ?? blank)
  const change = (next: Partial<Part>): void => { parts.value = { ...parts.value, [role.value]: { ...part.value, ...next } } }

  /** Another procedure begins with nothing answered. */
  const open = (procedure: string): void => {
    if (id.value === procedure) return
    id.value = procedure
    role.value = ''
    parts.value = {}
    files.value = []
    serial.value += 1
  }
  /** As typed in the frame. */
  const take = (answers: Answers, attached: readonly AttachedFile[]): void => {
    change({ answers })
    files.value = attached
  }
  /** From outside of the frame: it begins again with these. */
  const put = (answers: Answers, attached: readonly AttachedFile[] = []): void => {
    take(answers, attached)
    serial.value += 1
  }
  const goTo = (page: string): void => change({ page })
  /** The same made-up answers never come twice in a row. */
  const nextSeed = (): number => (seed.value += 1)

  /** A question goes on under another name, and its answer with it. */
  const rename = (from: string, to: string): void => {
    const answers = rewriteAnswer(part.value.answers, parsePointer(from), to.slice(to.lastIndexOf('/') + 1)) as Answers
    if (from.slice(0, from.lastIndexOf('/')) === to.slice(0, to.lastIndexOf('/')) && answers !== part.value.answers) put(answers, files.value)
  }
  const selection = useSelectionStore()
  watch(() => selection.renamed, (now) => { if (now) rename(now.from, now.to) }, { flush: 'sync' })

  return { id, role, device, locale, isLarge, isBeside, on, part, files, serial, open, take, put, goTo, nextSeed }
})
