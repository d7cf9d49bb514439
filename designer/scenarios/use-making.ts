// Makes scenarios for what is not tried yet: one for one thing, or a small set for all of it. The search is cut into pieces, so
// that the page goes on answering, and may be stopped.
import { ref } from 'vue'
import { aimAnswers, expectationFor } from '#core/scenario/aim-answers.ts'
import type { Target } from '#core/scenario/coverage.ts'
import { makeSmallSet, type MadeScenario, type Progress } from '#core/scenario/small-set.ts'
import { vietnamDate } from '#core/text/format.ts'
import { locale } from '#runtime/ui/locale.ts'
import { useToast } from '#runtime/ui/use-toast.ts'
import type { Scenario } from '#schemas/generated/types.ts'
import { useCalendar } from '../client/calendar.ts'
import { useAnnouncer } from '../editing/announcer.ts'
import { useDocumentStore } from '../editing/document-store.ts'
import { addScenarios } from './scenario-commands.ts'
import { runAll, useScenarioStore } from './scenario-store.ts'
import { levelText, targetText } from './target-words.ts'
import { t } from './texts.ts'

/** As long as a piece of work may hold up the page, in milliseconds. */
const piece = 40

const cut = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text)

export const useMaking = () => {
  const store = useDocumentStore()
  const scenarios = useScenarioStore()
  const calendar = useCalendar()
  const toast = useToast()
  const { announce } = useAnnouncer()
  const progress = ref<Progress>()
  let isStopped = false
  let seed = 0

  const dayOf = () => ({ on: store.document.scenarios?.at(-1)?.on ?? vietnamDate(Date.now()), calendar: calendar.value, seed: (seed += 1) })

  const make = (target: Target): void => {
    const judge = scenarios.ran?.judge
    if (!judge) return
    const day = dayOf()
    const title = targetText(store.document, judge.form, target, locale.value)
    const { outcome, isFound, records } = aimAnswers(store.document, judge, target, day)
    if (!isFound) return void toast.show(t('scenarios.notFound', { title }), { tone: 'bad' })
    store.run(addScenarios, { scenarios: [{ title: cut(title), on: day.on, answers: outcome.answers, ...(records && { records }), expect: expectationFor(target, outcome) }] })
    scenarios.run(calendar.value)
    void announce(t('scenarios.created', { title }))
  }

  const titleOf = ({ levels, target, outcome }: MadeScenario): string => {
    const judge = scenarios.ran!.judge
    const words = target ? targetText(store.document, judge.form, target, locale.value) : levels.map((level) => levelText(judge.form, level, locale.value)).filter(Boolean).slice(0, 3).join('; ')
    return cut(words || t('scenarios.unnamed', { n: outcome.pages.length }))
  }

  const makeSet = async (): Promise<void> => {
    const ran = runAll(store.document, calendar.value)
    if (!ran || progress.value) return
    isStopped = false
    const day = dayOf()
    const making = makeSmallSet(store.document, ran.judge, day, ran.tried)
    let next = making.next()
    while (!next.done && !isStopped) {
      const until = performance.now() + piece
      while (!next.done && performance.now() < until) next = making.next()
      if (!next.done) progress.value = next.value
      await new Promise((resolve) => setTimeout(resolve))
    }
    progress.value = undefined
    if (!next.done) return
    const made = next.value.map((each): Scenario => ({ title: titleOf(each), on: day.on, answers: each.answers, ...(each.records && { records: each.records }), expect: each.expect }))
    if (made.length > 0) store.run(addScenarios, { scenarios: made })
    scenarios.run(calendar.value)
    void announce(made.length > 0 ? t('scenarios.made', { n: made.length }) : t('scenarios.madeNone'))
  }

  return { progress, make, makeSet, stop: () => { isStopped = true } }
}
