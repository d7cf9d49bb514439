// The dock at the bottom of a procedure: which of its views is open.
import { defineStore } from 'pinia'
import { ref } from 'vue'

export type DockTab = 'problems' | 'scenarios' | 'history' | 'source'

export const useDockStore = defineStore('dock', () => {
  const tab = ref<DockTab>()
  const last = ref<DockTab>('problems')

  const open = (wanted: DockTab): void => {
    tab.value = wanted
    last.value = wanted
  }
  const close = (): void => { tab.value = undefined }
  const toggle = (wanted?: DockTab): void => {
    if (tab.value !== undefined && (wanted === undefined || tab.value === wanted)) close()
    else open(wanted ?? last.value)
  }
  return { tab, open, close, toggle }
})
