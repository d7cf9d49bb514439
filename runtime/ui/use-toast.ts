// Short messages that pass: "Đã lưu", with a way back where there is one. Shown by ToastRegion.
import { readonly } from 'vue'
import { toasts, type Toast } from './toasts.ts'

const ends = new Map<number, ReturnType<typeof setTimeout>>()
let last = 0

const dismiss = (id: number): void => {
  hold(id)
  toasts.value = toasts.value.filter(toast => toast.id !== id)
}

// Reading takes time, and so does reaching for "undo" (WCAG 2.2.1); a failure stays until it is closed.
const secondsFor = ({ tone, action, text }: Toast): number => (tone === 'bad' ? Infinity : action ? 20 : 5 + text.length / 20)

const hold = (id: number): void => {
  clearTimeout(ends.get(id))
  ends.delete(id)
}

const release = (id: number): void => {
  const toast = toasts.value.find(each => each.id === id)
  if (!toast || secondsFor(toast) === Infinity) return
  hold(id)
  ends.set(id, setTimeout(() => dismiss(id), secondsFor(toast) * 1000))
}

const show = (text: string, options: { tone?: Toast['tone'], action?: Toast['action'] } = {}): number => {
  last += 1
  toasts.value = [...toasts.value.slice(-2), { id: last, text, tone: options.tone ?? 'good', ...(options.action ? { action: options.action } : {}) }]
  release(last)
  return last
}

/** `hold` stops the clock while a person points at a toast, `release` starts it again. */
export const useToast = () => ({ toasts: readonly(toasts), show, dismiss, hold, release })
