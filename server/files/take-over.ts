// One sender at a time for each upload. On a bad line the same person comes back while their old request still hangs:
// whoever comes last takes over, and the old one ends after what it has written.
interface Hold {
  stop: AbortController
  ended: Promise<unknown>
}

const held = new Map<string, Hold>()

export const takeOver = async <Result>(id: string, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> => {
  for (let other = held.get(id); other; other = held.get(id)) {
    other.stop.abort()
    await other.ended.catch(() => undefined)
  }
  const stop = new AbortController()
  const ended = work(stop.signal)
  const hold = { stop, ended }
  held.set(id, hold)
  try {
    return await ended
  } finally {
    held.delete(id)
  }
}

/** The bytes until somebody else takes over. */
export const untilStopped = async function * (bytes: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const reading = bytes[Symbol.asyncIterator]()
  const stopped = new Promise<{ done: true; value: undefined }>((resolve) => signal.addEventListener('abort', () => resolve({ done: true, value: undefined }), { once: true }))
  for (let next = await Promise.race([reading.next(), stopped]); !next.done; next = await Promise.race([reading.next(), stopped])) yield next.value
}
