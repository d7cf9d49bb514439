// Says aloud what moved or came back, for people who do not see it happen (WCAG 2.2, 4.1.3).
import { nextTick, ref } from 'vue'

const spoken = ref('')

/** The same words twice are said twice. */
const announce = async (text: string): Promise<void> => {
  spoken.value = ''
  await nextTick()
  spoken.value = text
}

export const useAnnouncer = () => ({ spoken, announce })
