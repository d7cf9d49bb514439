// Keeps two sheets at the same question: tells where somebody reads here, and goes where they read there.
import { onBeforeUnmount, onMounted } from 'vue'
import type { ReadingPlace } from './sheet-messages.ts'

const places = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-key]')]
const placeOf = (key: string): HTMLElement | undefined => places().find((each) => each.dataset['key'] === key)

/** The place itself; what is inside of a ghost has none of its own. */
const nearestPlace = (key: string): { place: HTMLElement, isItself: boolean } | undefined => {
  for (let at = key; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const place = placeOf(at)
    if (place) return { place, isItself: at === key }
  }
  return undefined
}

/** The first place of which something is below the upper edge of the window. */
const readingPlace = (): ReadingPlace | undefined => {
  const found = places().find((each) => each.getBoundingClientRect().bottom > 0)
  if (!found) return undefined
  const { top, height } = found.getBoundingClientRect()
  return { key: found.dataset['key']!, above: height === 0 ? 0 : Math.max(0, -top) / height, gap: Math.max(0, top) }
}

export const useReadingPlace = (scrolled: (to: ReadingPlace) => void): { goTo: (to: ReadingPlace) => void, show: (key: string) => void } => {
  /** Where the window was put from outside: nobody needs to be told of it. */
  let put: number | undefined
  let waits = false
  /** Goes back to where somebody reads when the sheet gets another width. */
  let back = (): void => undefined

  const tell = (): void => {
    waits = false
    const at = put !== undefined && Math.abs(window.scrollY - put) < 2 ? undefined : readingPlace()
    if (!at) return
    put = undefined
    back = () => goTo(at)
    scrolled(at)
  }
  const onScroll = (): void => {
    if (waits) return
    waits = true
    requestAnimationFrame(tell)
  }
  const onResize = (): void => back()
  onMounted(() => {
    window.addEventListener('scroll', onScroll, { passive: true })
    window.addEventListener('resize', onResize)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('scroll', onScroll)
    window.removeEventListener('resize', onResize)
  })

  const goTo = (to: ReadingPlace): void => {
    const { key, above, gap } = to
    const found = nearestPlace(key)
    if (!found) return
    back = () => goTo(to)
    const { top, height } = found.place.getBoundingClientRect()
    window.scrollTo({ top: window.scrollY + top + (found.isItself ? above * height - gap : 0), behavior: 'instant' })
    put = window.scrollY
  }
  /** Equally high on both sheets. */
  const show = (key: string): void => {
    const found = nearestPlace(key)
    if (!found) return
    back = () => show(key)
    window.scrollTo({ top: window.scrollY + found.place.getBoundingClientRect().top - window.innerHeight / 5, behavior: 'instant' })
    put = window.scrollY
  }
  return { goTo, show }
}
