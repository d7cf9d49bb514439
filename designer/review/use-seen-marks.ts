// Which changes the reader has looked at. A mark holds for the content that was seen: what changed since is new again.
import { computed, shallowRef } from 'vue'
import type { Difference } from '#core/change/difference.ts'
import { digestOf, seenOf } from '#core/change/seen.ts'
import { useToast } from '#runtime/ui/use-toast.ts'
import type { SeenMarks } from '#schemas/generated/types.ts'
import { fetchSeen, markSeen } from '../client/change-comments.ts'

export const useSeenMarks = (id: () => string, differences: () => readonly Difference[]) => {
  const toast = useToast()
  const marks = shallowRef<SeenMarks>({ marks: [] })
  const seen = computed(() => seenOf(marks.value, differences()))

  const load = async (): Promise<void> => {
    const reply = await fetchSeen(id())
    if (reply.ok) marks.value = reply.value
  }
  const toggle = async (difference: Difference): Promise<void> => {
    const isSeen = seen.value.has(difference.id)
    const reply = await markSeen(id(), isSeen ? { unseen: [difference.id] } : { seen: [{ difference: difference.id, digest: digestOf(difference) }] })
    if (reply.ok) marks.value = reply.value
    else toast.show(reply.problem.title, { tone: 'bad' })
  }
  return { seen, load, toggle }
}
