import { describe, expect, it } from 'vitest'
import { ref } from 'vue'
import { useSelection } from '../../../../runtime/desk/queue/use-selection.ts'
import { queueEntry } from '../../../fixtures/desk.ts'

const entries = [1, 2, 3, 4].map((n) => queueEntry(n))
const select = () => useSelection(ref(entries))
const codes = (selection: ReturnType<typeof select>): number[] => selection.chosen.value.map(({ version }) => version)

describe('what is chosen in the queue', () => {
  it('grows from one row to another with Shift, in either direction', () => {
    const selection = select()
    selection.toggle(entries[2]!)
    selection.toggle(entries[0]!, true)
    expect(codes(selection)).toEqual([1, 2, 3])
  })
  it('shrinks by a range as it grows by one', () => {
    const selection = select()
    selection.all()
    selection.toggle(entries[1]!)
    selection.toggle(entries[3]!, true)
    expect(codes(selection)).toEqual([1])
  })
  it('loses what has left the list', () => {
    const list = ref(entries)
    const selection = useSelection(list)
    selection.all()
    list.value = entries.slice(2)
    expect(codes(selection)).toEqual([3, 4])
    selection.clear()
    expect(codes(selection)).toEqual([])
  })
})
