// Parts of a filing that are needed when something is wrong, also when it is the line: fetched as soon as somebody begins to answer.
import { defineAsyncComponent } from 'vue'

const loadSummary = () => import('#runtime/form/ErrorSummary.vue')
const loadTrouble = () => import('./SaveTrouble.vue')

export const ErrorSummary = defineAsyncComponent(loadSummary)
export const SaveTrouble = defineAsyncComponent(loadTrouble)

/** What cannot be had now is asked for again when it is shown. */
export const fetchLaterParts = async (): Promise<void> => void await Promise.allSettled([loadSummary(), loadTrouble()])
