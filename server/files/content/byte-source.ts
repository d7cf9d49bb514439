// Reads a staged file piece by piece, wherever needed: nothing here ever holds more than a window of it in memory.
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createInflate, createInflateRaw } from 'node:zlib'

export interface ByteSource {
  size: number
  /** Shorter than asked for at the end of the file. */
  read: (at: number, length: number) => Promise<Buffer>
  close: () => Promise<void>
}

export interface Window {
  at: number
  bytes: Buffer
}

export const windowBytes = 256 * 1024

export const openBytes = async (path: string): Promise<ByteSource> => {
  const handle = await open(path, 'r')
  const { size } = await handle.stat()
  return {
    size,
    read: async (at, length) => {
      const wanted = Math.max(0, Math.min(length, size - at))
      const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(wanted), 0, wanted, at)
      return buffer.subarray(0, bytesRead)
    },
    close: () => handle.close(),
  }
}

/** One after the other; each begins with the last `overlap` bytes of the one before, so that nothing falls between two. */
export const windowsOf = async function * (source: ByteSource, from = 0, to = source.size, overlap = 0): AsyncGenerator<Window> {
  for (let at = from; at < to; at += windowBytes) {
    const begin = Math.max(from, at - overlap)
    yield { at: begin, bytes: await source.read(begin, Math.min(at + windowBytes, to) - begin) }
  }
}

const bytesOf = async function * (source: ByteSource, from: number, to: number): AsyncGenerator<Buffer> {
  for await (const { bytes } of windowsOf(source, from, to)) yield bytes
}

/** Deflated data as it was, for as long as the reader wants more. What stands behind its end is not looked at. */
export const inflate = async function * (source: ByteSource, from: number, to: number, form: 'raw' | 'zlib'): AsyncGenerator<Buffer> {
  const packed = Readable.from(bytesOf(source, from, to), { objectMode: false })
  const inflating = form === 'raw' ? createInflateRaw() : createInflate()
  packed.on('error', (error) => inflating.destroy(error))
  try {
    for await (const bytes of packed.pipe(inflating)) yield bytes as Buffer
  } finally {
    packed.destroy()
    inflating.destroy()
  }
}

/** Bytes that were taken as they are, in the same manner as `inflate`. */
export const plain = bytesOf
