// Sends requests to a server of this machine as fast as it answers, over a fixed number of connections, and counts.
import { Agent, request } from 'node:http'

export interface Shot {
  method: string
  path: string
  headers: Record<string, string>
  body: string
}

export interface Volley {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  failures: number
}

const fire = (base: URL, agent: Agent, { method, path, headers, body }: Shot): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: base.hostname, port: base.port, agent, method, path, headers: { ...headers, 'content-length': Buffer.byteLength(body) } }, (answer) => {
      answer.on('data', () => undefined)
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    sent.on('error', reject)
    sent.end(body)
  })

/** Fires for `seconds` after one second of warming up; an answer of 400 or more is a failure. */
export const volley = async (url: string, connections: number, seconds: number, next: (n: number) => Shot): Promise<Volley> => {
  const base = new URL(url)
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let failures = 0
  let n = 0
  const begin = performance.now() + 1000
  const end = begin + seconds * 1000
  const worker = async (): Promise<void> => {
    while (performance.now() < end) {
      const started = performance.now()
      const status = await fire(base, agent, next(n++))
      if (started < begin) continue
      if (status >= 400) failures++
      else times.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  agent.destroy()
  times.sort((a, b) => a - b)
  return { perSecond: Math.round(times.length / seconds), p50: times[Math.floor(times.length * 0.5)] ?? 0, p99: times[Math.floor(times.length * 0.99)] ?? 0, failures }
}
