// A line to the server that can break: connections pass through until it is cut, and then neither old nor new ones do.
import { connect, createServer, type Socket } from 'node:net'

export interface Line {
  url: string
  cut(): void
  mend(): void
  close(): Promise<void>
}

export const lineTo = (url: string): Promise<Line> => {
  const { port } = new URL(url)
  const open = new Set<Socket>()
  let isCut = false
  const line = createServer((near) => {
    if (isCut) { near.destroy(); return }
    const far = connect(Number(port), 'localhost')
    for (const [a, b] of [[near, far], [far, near]] as const) {
      open.add(a)
      a.pipe(b)
      a.on('error', () => b.destroy())
      a.on('close', () => { open.delete(a); b.destroy() })
    }
  })
  const drop = (): void => { for (const socket of open) socket.destroy() }
  return new Promise((resolve) => line.listen(0, 'localhost', () => {
    const address = line.address() as { port: number }
    resolve({
      url: `http://localhost:${address.port}`,
      cut: () => { isCut = true; drop() },
      mend: () => { isCut = false },
      close: () => { drop(); return new Promise((done) => line.close(() => done())) },
    })
  }))
}
