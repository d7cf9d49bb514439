// Runs a piece of work again and again, never twice at a time. A failure is logged and does not end it.
import type { Logger } from 'pino'

export interface Job {
  /** Resolves when the round that is running has ended. */
  stop: () => Promise<void>
}

/** `work` says whether there is more to do at once. */
export const runEvery = (ms: number, name: string, log: Logger, work: () => Promise<boolean>): Job => {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()

  const round = async (): Promise<void> => {
    let more = false
    try {
      more = await work()
    } catch (error) {
      log.error({ job: name, err: { message: String(error) } }, 'job failed')
    }
    if (!stopped) timer = setTimeout(start, more ? 0 : ms)
  }
  const start = (): void => void (running = round())

  timer = setTimeout(start, ms)
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
