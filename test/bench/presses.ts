// What the press of a key costs, measured inside the page: until the browser has painted what came of it.
import type { Page } from 'playwright-core'

export interface Spread {
  median: number
  worst: number
}

export interface Cost {
  paint: Spread
  work: Spread
}

export const spread = (all: readonly number[]): Spread => {
  const sorted = [...all].sort((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)]!, worst: sorted.at(-1)! }
}

export interface Taken {
  /** Milliseconds from the press until the browser has painted what came of it, waiting for the next frame included. */
  paint: number
  /** Of these, the milliseconds in which the page was at work: handlers, rendering, layout, paint. */
  work: number
}

/** What a press costs, measured inside the page. */
export const take = async (page: Page, press: () => Promise<void>): Promise<Taken> => {
  await page.evaluate(() => {
    const w = globalThis as unknown as { taken: Promise<Taken> }
    w.taken = new Promise((resolve) => {
      // No function gets a name in here: what names them does not exist in the page.
      addEventListener('keydown', () => {
        const began = performance.now()
        let handled = began
        // The letter itself arrives with `input`, in the same task; a message runs after both and after Vue's update.
        const done = new MessageChannel()
        done.port1.addEventListener('message', () => { handled = performance.now() })
        done.port1.start()
        done.port2.postMessage(0)
        requestAnimationFrame(() => {
          const frame = performance.now()
          const drawn = new MessageChannel()
          drawn.port1.addEventListener('message', () => resolve({ paint: performance.now() - began, work: handled - began + performance.now() - Math.max(frame, handled) }))
          drawn.port1.start()
          drawn.port2.postMessage(0)
        })
      }, { capture: true, once: true })
    })
  })
  await press()
  return page.evaluate(() => (globalThis as unknown as { taken: Promise<Taken> }).taken)
}

export const repeat = async (times: number, one: (i: number) => Promise<Taken>): Promise<Taken[]> => {
  const found: Taken[] = []
  for (let i = 0; i < times; i++) found.push(await one(i))
  return found
}

export const cost = (all: readonly Taken[]): Cost => ({ paint: spread(all.map((each) => each.paint)), work: spread(all.map((each) => each.work)) })
