// Watches over the end of a session: asks the server shortly before, because work in another window keeps it alive, and
// says so early enough to stay (WCAG 2.2.1).
import { onMounted, onUnmounted, ref, watch, type Ref } from 'vue'
import { useSession } from '#runtime/client/session.ts'

/** Longer than the two minutes that people must have, by what a slow line may take. */
const warnBefore = 3 * 60_000
const longestWait = 60 * 60_000

export const useSessionEnd = (): { soon: Ref<boolean>; stay: () => Promise<void> } => {
  const { account, endsAt, ended, look, renew } = useSession()
  const soon = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  const left = (): number => (endsAt.value === undefined ? Infinity : Date.parse(endsAt.value) - Date.now())

  const plan = (): void => {
    clearTimeout(timer)
    if (!account.value || ended.value || endsAt.value === undefined) { soon.value = false; return }
    const wait = left() - (soon.value ? 0 : warnBefore)
    timer = setTimeout(() => void check(), Math.min(Math.max(wait, 1000), longestWait))
  }
  const check = async (): Promise<void> => {
    await look()
    soon.value = !ended.value && left() <= warnBefore
    plan()
  }
  const stay = async (): Promise<void> => {
    if (await renew()) soon.value = false
    plan()
  }
  // A machine that slept wakes up past the end.
  const wake = (): void => { if (document.visibilityState === 'visible' && left() <= warnBefore) void check() }

  onMounted(() => {
    watch([endsAt, account, ended], plan, { immediate: true })
    document.addEventListener('visibilitychange', wake)
  })
  onUnmounted(() => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', wake)
  })
  return { soon, stay }
}
