// Judges what a staged file holds: its kind by content, and whether a colleague may open it without harm. A few at a
// time: a hundred uploads that end together wait on disk, not in memory.
import type { FileRule } from '#schemas/generated/types.ts'
import { limits } from '../../limits.ts'
import { openBytes, type ByteSource } from './byte-source.ts'
import { detectContainer, type Container, type FileKind } from './detect-kind.ts'
import { judgeJpeg } from './judge-jpeg.ts'
import { judgeOffice } from './judge-office.ts'
import { judgePdf } from './judge-pdf.ts'
import { judgePng } from './judge-png.ts'
import { refuseFile } from './refuse-file.ts'
import type { SafeCopy } from './safe-copy.ts'

export interface Judged {
  kind: FileKind
  safe: SafeCopy
}

let free: number = limits.judgedAtOnce
const waiting: (() => void)[] = []

const inTurn = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve))
  else free--
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else free++
  }
}

const judgeInside = async (source: ByteSource, container: Container): Promise<Judged> => (container === 'zip'
  ? { kind: await judgeOffice(source), safe: { end: source.size, edits: [] } }
  : { kind: container, safe: await { pdf: judgePdf, jpg: judgeJpeg, png: judgePng }[container](source) })

/** Throws what is wrong with it, in words that say what to do. */
export const judgeContent = (path: string, accept: FileRule['accept']): Promise<Judged> => inTurn(async () => {
  const source = await openBytes(path)
  try {
    const container = await detectContainer(source)
    // Said first: whoever sends a photo where a PDF is asked for need not hear what else is wrong with it.
    if (container !== 'zip' && !accept.includes(container)) throw refuseFile('file.kind', { accept })
    const judged = await judgeInside(source, container)
    if (!accept.includes(judged.kind)) throw refuseFile('file.kind', { accept })
    return judged
  } finally {
    await source.close()
  }
})
