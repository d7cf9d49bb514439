import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judgeContent } from '../../../../server/files/content/judge-content.ts'
import { createStaging, type Staging } from '../../../../server/files/staging.ts'
import { sampleJpeg, samplePng } from '../../../fixtures/sample-files.ts'

let dataDir: string
let staging: Staging
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'motcua-safe-'))
  staging = createStaging({ dataDir })
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const keep = async (bytes: Buffer): Promise<Buffer> => {
  const id = crypto.randomUUID()
  await staging.write(id, 0, (async function * () { yield bytes })())
  const { safe } = await judgeContent(staging.pathOf(id), ['jpg', 'png'])
  await staging.makeSafe(id, safe)
  return readFileSync(staging.pathOf(id))
}

/** Exif of a phone: the model, and a place given by numbers that stand apart from their table. */
const exif = (): Buffer => {
  const tiff = Buffer.alloc(140)
  tiff.write('II*\0', 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(2, 8)
  const entry = (at: number, tag: number, type: number, count: number, value: number): void => {
    tiff.writeUInt16LE(tag, at)
    tiff.writeUInt16LE(type, at + 2)
    tiff.writeUInt32LE(count, at + 4)
    tiff.writeUInt32LE(value, at + 8)
  }
  entry(10, 0x0110, 2, 8, 120)
  entry(22, 0x8825, 4, 1, 40)
  tiff.writeUInt16LE(2, 40)
  entry(42, 1, 2, 2, 0x4e)
  entry(54, 2, 5, 3, 90)
  tiff.write('21 2 51.2PLACE PLACE HERE', 90, 'latin1')
  tiff.write('PHONE X1', 120, 'latin1')
  return tiff
}
const xmp = Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><exif:GPSLatitude>21,2.5N</exif:GPSLatitude></x:xmpmeta>', 'latin1')

describe('the copy that is kept', () => {
  it('does not say where a photo was taken, and is the same otherwise', async () => {
    const sent = sampleJpeg({ notes: [[0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif()])], [0xe1, xmp]] })
    const kept = await keep(sent)
    expect(sent.includes('PLACE')).toBe(true)
    expect([kept.includes('PLACE'), kept.includes('GPSLatitude'), kept.includes('PHONE X1'), kept.length]).toEqual([false, false, true, sent.length])
    expect(kept.subarray(-150).equals(sent.subarray(-150))).toBe(true)
  })

  it('says as little in PNG, with checksums that are right', async () => {
    const kept = await keep(samplePng(8, 8, [['eXIf', exif()]]))
    const at = kept.indexOf('eXIf')
    expect([kept.includes('PLACE'), kept.includes('PHONE X1')]).toEqual([false, true])
    expect(kept.readUInt32BE(at + 4 + 140)).toBe(crc32(kept.subarray(at, at + 4 + 140)))
  })

  it('ends where the picture ends: films that phones hang behind it are cut off', async () => {
    const picture = sampleJpeg()
    const kept = await keep(Buffer.concat([picture, Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), Buffer.alloc(5000, 1)]))
    expect(kept.equals(picture)).toBe(true)
  })

  it('is what was sent where there is nothing to change', async () => {
    const picture = samplePng(100, 100, [['tEXt', Buffer.from('Author\0An')]])
    expect((await keep(picture)).equals(picture)).toBe(true)
  })
})
