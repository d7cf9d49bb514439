// How wide the room is that an element has, in pixels; as it changes.
import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

export const useRoomWidth = (room: Readonly<Ref<HTMLElement | null>>, first: number): Ref<number> => {
  const width = ref(first)
  const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(([entry]) => { if (entry) width.value = entry.contentRect.width })
  onMounted(() => { if (room.value) observer?.observe(room.value) })
  onBeforeUnmount(() => observer?.disconnect())
  return width
}
