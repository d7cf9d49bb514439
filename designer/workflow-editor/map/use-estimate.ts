// The estimate of the open workflow under what the author assumes.
import { computed } from 'vue'
import { formatNumber } from '#core/text/format.ts'
import { estimateLoad } from '#core/workflow/estimate.ts'
import { locale } from '#runtime/ui/locale.ts'
import { useDocumentStore } from '../../editing/document-store.ts'
import { useStaffingStore } from './staffing-store.ts'

/** About: whole numbers, one decimal below ten. */
export const roughly = (value: number): string => formatNumber(value >= 10 ? Math.round(value) : Math.round(value * 10) / 10, locale.value)

/** Less than this a month is no queue. */
const noticed = 0.05

export const useEstimate = () => {
  const store = useDocumentStore()
  const { staffing } = useStaffingStore()
  const workflow = computed(() => store.document.workflow)
  const estimate = computed(() => {
    const { workedPercent, shares, ...rest } = staffing
    const given = Object.entries(shares).flatMap(([id, percent]): [string, number][] => (percent === undefined ? [] : [[id, percent / 100]]))
    return workflow.value && estimateLoad(workflow.value, { ...rest, workedShare: workedPercent / 100, shares: Object.fromEntries(given) })
  })
  const growing = computed(() => (estimate.value?.steps ?? []).filter(({ growth }) => growth >= noticed))
  /** By id of the box on the map. */
  const growth = computed(() => new Map(growing.value.map((load) => [load.opinion === undefined ? load.step : `${load.step}/opinion/${load.opinion}`, roughly(load.growth)])))
  return { workflow, estimate, growing, growth }
}
