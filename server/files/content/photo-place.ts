// Where a photograph was taken (GPS) is nobody's business who only asked for a paper: it is overwritten in place, and
// nothing else of the picture changes.
interface Edit {
  at: number
  bytes: Buffer
}

const gpsPointer = 0x8825
const sizes: Record<number, number> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8 }

/** Gives the edits that leave the table of places empty; `tiff` begins with the order of bytes. */
export const blankExifPlace = (tiff: Buffer): Edit[] => {
  const order = tiff.toString('latin1', 0, 2)
  if (order !== 'II' && order !== 'MM') return []
  const u16 = (at: number): number => (at + 2 <= tiff.length ? (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)) : 0)
  const u32 = (at: number): number => (at + 4 <= tiff.length ? (order === 'II' ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)) : 0)
  const zero = (at: number, length: number): Edit[] => {
    const within = Math.min(length, tiff.length - at)
    return at > 0 && within > 0 ? [{ at, bytes: Buffer.alloc(within) }] : []
  }

  const blankTable = (at: number): Edit[] => {
    const count = Math.min(u16(at), 64)
    const values = Array.from({ length: count }, (_, i) => at + 2 + i * 12).flatMap((entry) => {
      const bytes = (sizes[u16(entry + 2)] ?? 0) * u32(entry + 4)
      return bytes > 4 ? zero(u32(entry + 8), bytes) : []
    })
    return [...values, ...zero(at, 2 + count * 12 + 4)]
  }

  const first = u32(4)
  return Array.from({ length: Math.min(u16(first), 512) }, (_, i) => first + 2 + i * 12)
    .filter((entry) => u16(entry) === gpsPointer)
    .flatMap((entry) => blankTable(u32(entry + 8)))
}

/** Adobe's packet says the same once more as XML; it is replaced by spaces when it names a place. */
export const blankXmpPlace = (packet: Buffer): Edit[] => (packet.includes('GPS') ? [{ at: 0, bytes: Buffer.alloc(packet.length, ' ') }] : [])
