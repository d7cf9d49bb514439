// The report of the overview and what it is asked for: kept in the address of the page, so that it can be sent on and gone back to.
import { computed, ref, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { vietnamDate } from '#core/text/format.ts'
import { getReport, listRegisters, type StatisticsFilter } from '#runtime/client/statistics.ts'
import type { Problem, RegisterSummary, StatisticsReport } from '#schemas/generated/types.ts'
import { monthsOf, periods, type Period } from './period.ts'

export type Query = Partial<Record<'period' | 'from' | 'to' | 'procedure' | 'office', string>>

export const useReport = () => {
  const route = useRoute()
  const router = useRouter()
  const report = shallowRef<StatisticsReport>()
  const registers = shallowRef<RegisterSummary[]>([])
  const problem = shallowRef<Problem>()
  const busy = ref(false)

  const month = vietnamDate(Date.now()).slice(0, 7)
  const textOf = (name: keyof Query): string => (typeof route.query[name] === 'string' ? route.query[name] : '')
  const period = computed<Period>(() => periods.find((each) => each === textOf('period')) ?? 'last12')
  const filter = computed<StatisticsFilter>(() => ({
    ...(period.value === 'custom' ? { from: textOf('from') || month, to: textOf('to') || month } : monthsOf(period.value, month)), procedure: textOf('procedure'), office: textOf('office'),
  }))

  const load = async (): Promise<void> => {
    const asked = filter.value
    busy.value = true
    const reply = await getReport(asked)
    if (asked !== filter.value) return
    busy.value = false
    problem.value = reply.ok ? undefined : reply.problem
    if (reply.ok) report.value = reply.value
  }
  const loadRegisters = async (): Promise<void> => {
    const reply = await listRegisters()
    if (reply.ok) registers.value = reply.value.registers
  }

  /** What is chosen anew; what comes to nothing leaves the address. */
  const choose = (query: Query): void => {
    const next = { ...route.query, ...query }
    void router.replace({ query: Object.fromEntries(Object.entries(next).filter(([, value]) => value !== '')) })
  }
  watch(filter, load, { immediate: true })
  void loadRegisters()

  return { report, registers, problem, busy, month, period, filter, choose, reload: load }
}
