// The procedure that is open: an immutable document that only commands replace, with undo and redo, and what is still wrong
// with it. Everything on the screens is derived from here.
import { defineStore } from 'pinia'
import { computed, readonly, ref, shallowRef } from 'vue'
import { publishChecks } from '#core/revision/publish-checks.ts'
import { vietnamDate } from '#core/text/format.ts'
import { isError, type Issue } from '#core/issues/issue.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import type { OpenProcedure } from '../client/drafts.ts'
import { useKnownUnits } from '../client/units.ts'
import { carryOut, carryOver, type Done } from './carry-out.ts'
import type { Command, CommandName } from './command.ts'
import { emptyHistory, record, redo as redoEntry, undo as undoEntry, type Entry, type Travelled } from './history.ts'
import type { Selection } from './selection.ts'
import { useSettled } from './settled.ts'
import { useSelectionStore } from './selection-store.ts'

export const useDocumentStore = defineStore('document', () => {
  const selection = useSelectionStore()
  const id = ref('')
  const mayEdit = ref(false)
  const current = shallowRef<Procedure>()
  const published = shallowRef<Procedure>()
  const history = shallowRef(emptyHistory)

  const document = computed((): Procedure => {
    if (!current.value) throw new Error('No procedure is open')
    return current.value
  })
  const isOpen = ref(false)
  const { value: judged, settle } = useSettled(current, (_now, before) => before === undefined)
  const units = useKnownUnits()
  /** Scenarios that came out otherwise than they say when they ran last. */
  const surprises = shallowRef<readonly Issue[]>()
  const checks = computed(() => (judged.value ? publishChecks(judged.value, vietnamDate(Date.now()), surprises.value, units.value) : []))
  const issues = computed(() => checks.value.flatMap((check) => check.issues.map((issue) => ({ ...issue, blocks: check.verdict === 'fail' && isError(issue) }))))

  const open = (opened: Pick<OpenProcedure, 'id' | 'document' | 'published'>, editable: boolean, earlier = emptyHistory): void => {
    id.value = opened.id
    mayEdit.value = editable
    current.value = opened.document
    settle()
    surprises.value = undefined
    published.value = opened.published
    history.value = earlier
    isOpen.value = true
    selection.select(undefined)
  }

  /** The document stays readable for what is still being taken off the screen. */
  const close = (): void => { isOpen.value = false }

  const take = (done: Done | undefined): boolean => {
    if (!done) return false
    current.value = done.document
    history.value = record(history.value, done.entry)
    selection.follow(done.document, done.entry.after)
    return true
  }

  /** False when the command changed nothing. */
  const run = <Args>(command: Command<Args>, args: Args): boolean =>
    mayEdit.value && take(carryOut(document.value, command, args, { published: published.value }, Date.now(), selection.selected))

  /** Puts another document in place of this one, as one entry: undo brings mine back to the last byte. False when they are the same. */
  const replace = (next: Procedure, name: CommandName = 'loadTheirs', groupKey?: string): boolean =>
    mayEdit.value && take(carryOver(document.value, next, { name, groupKey, at: Date.now(), before: selection.selected }))

  const travel = (to: Travelled<Procedure> | undefined, selected: (entry: Entry) => Selection | undefined): Entry | undefined => {
    if (!to || !mayEdit.value) return undefined
    current.value = to.document
    history.value = to.history
    selection.follow(to.document, selected(to.entry))
    return to.entry
  }

  const undo = (): Entry | undefined => travel(undoEntry(history.value, document.value), (entry) => entry.before)
  const redo = (): Entry | undefined => travel(redoEntry(history.value, document.value), (entry) => entry.after)

  const toUndo = computed(() => history.value.past.at(-1)?.name)
  const toRedo = computed(() => history.value.future[0]?.name)

  return { id: readonly(id), mayEdit: readonly(mayEdit), history, isOpen: readonly(isOpen), document, published, surprises, checks, issues, settle, toUndo, toRedo, open, close, run, replace, undo, redo }
})
