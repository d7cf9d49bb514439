// Where each page of the browser's history was scrolled to, so that going back comes back to the line that was read.
// Entries are told apart by a number in their state.

/** How a page came: by a link, in the place of another, by the browser's back and forward, or as the first. */
export type How = 'push' | 'replace' | 'pop' | 'first'

const entry = (): number => (history.state as { entry?: number } | null)?.entry ?? 0

export const createScrolling = () => {
  const positions = new Map<number, [number, number]>()
  let present = entry()
  history.scrollRestoration = 'manual'
  // A page that is loaded again is where the browser left it.
  addEventListener('pagehide', () => { history.scrollRestoration = 'auto' })
  return {
    /** Writes the address of the page that is about to be shown. */
    turn: (how: How, address: string): void => {
      positions.set(present, [scrollX, scrollY])
      if (how === 'push') history.pushState({ entry: present + 1 }, '', address)
      else if (how !== 'pop') history.replaceState({ entry: present }, '', address)
      present = entry()
    },
    /** The new page stands there. */
    arrive: (how: How, hash: string): void => {
      const target = hash && document.getElementById(decodeURIComponent(hash.slice(1)))
      if (target) return target.scrollIntoView()
      const [x, y] = (how === 'pop' && positions.get(present)) || [0, 0]
      scrollTo(x, y)
    },
  }
}
