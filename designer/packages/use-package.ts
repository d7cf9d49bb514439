// A package on its way in: the file, what it is to this office, what a person chose where both sides changed something, and the draft
// that follows.
import { computed, ref, shallowRef } from 'vue'
import { locale } from '#runtime/ui/locale.ts'
import type { PackageExamination, Problem, ProcedurePackage } from '#schemas/generated/types.ts'
import { examinePackage, importPackage } from '../client/packages.ts'
import type { Side } from '../editing/merge-documents.ts'
import { mergePackage, packageClashes, type PackageSides } from './merge-package.ts'
import { readPackage } from './read-package.ts'

export const usePackage = () => {
  const given = shallowRef<ProcedurePackage>()
  const examined = shallowRef<PackageExamination>()
  const problem = shallowRef<Problem>()
  const refused = ref<'tooLarge' | 'notPackage'>()
  const isBusy = ref(false)
  const choices = shallowRef<ReadonlyMap<string, Side>>(new Map())

  const sides = computed((): PackageSides | undefined => {
    const here = examined.value?.here
    if (!given.value || !here || examined.value?.standing !== 'diverged') return undefined
    return { ...(here.base && { base: here.base }), mine: here.document, theirs: given.value.document }
  })
  const clashes = computed(() => (sides.value ? packageClashes(sides.value, locale.value) : []))
  const left = computed(() => clashes.value.filter(({ key }) => !choices.value.has(key)).length)
  /** The draft as it will be; undefined while something is still to choose. */
  const next = computed(() => {
    if (!given.value || !examined.value || examined.value.standing === 'known' || left.value > 0) return undefined
    return sides.value ? mergePackage(sides.value, (key) => choices.value.get(key) ?? 'mine').document : given.value.document
  })

  const ask = async (read: ProcedurePackage): Promise<void> => {
    const reply = await examinePackage(read)
    if (!reply.ok) return void (problem.value = reply.problem)
    examined.value = reply.value
    given.value = read
  }

  const take = async (file: File): Promise<void> => {
    [given.value, examined.value, problem.value, refused.value, choices.value] = [undefined, undefined, undefined, undefined, new Map()]
    isBusy.value = true
    const read = await readPackage(file)
    if (typeof read === 'string') refused.value = read
    else await ask(read)
    isBusy.value = false
  }

  const choose = (side: Side, keys: readonly string[]): void => { choices.value = new Map([...choices.value, ...keys.map((key): [string, Side] => [key, side])]) }

  /** The id of the procedure that the draft belongs to. */
  const bringIn = async (): Promise<string | undefined> => {
    const [read, seen] = [given.value, examined.value]
    if (!read || !seen || !next.value) return undefined
    isBusy.value = true
    const reply = await importPackage({
      package: read, ...(seen.here && { into: { id: seen.here.id, version: seen.here.version } }), ...(seen.standing === 'diverged' && { document: next.value }),
    })
    isBusy.value = false
    problem.value = reply.ok ? undefined : reply.problem
    return reply.ok ? reply.value.id : undefined
  }

  return { given, examined, problem, refused, isBusy, choices, clashes, left, next, take, choose, bringIn }
}
