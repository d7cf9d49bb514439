// The messages that pass over the page now.
import { ref } from 'vue'

export interface Toast {
  id: number
  text: string
  tone: 'good' | 'info' | 'bad'
  action?: { label: string, run: () => void }
}

export const toasts = ref<Toast[]>([])
