// What one office packs another one has: for any procedure, however often it was changed on the way.
import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createChance } from '#core/scenario/chance.ts'
import { documentText } from '#core/procedure/canonical-json.ts'
import type { ProcedurePackage } from '#schemas/generated/types.ts'
import { readGallery } from '../../fixtures/build.ts'
import { mutateOften } from '../../fixtures/mutations.ts'
import { openReviewRoomOn, type ReviewRoom } from '../../fixtures/review-room.ts'

const gallery = readdirSync(new URL('../../../schemas/examples/procedures/', import.meta.url)).filter((file) => file.endsWith('.json'))
const at = '/api/designer/packages'

describe('a package', () => {
  let here = {} as ReviewRoom
  let there = {} as ReviewRoom
  beforeAll(async () => { [here, there] = await Promise.all([openReviewRoomOn('sqlite'), openReviewRoomOn('sqlite')]) })
  afterAll(() => Promise.all([here.office.close(), there.office.close()]))

  it('gives the procedure back to the last byte of its content, and packs the same again', async () => {
    let n = 0
    await fc.assert(fc.asyncProperty(fc.constantFrom(...gallery), fc.nat({ max: 8 }), fc.nat(), async (file, times, seed) => {
      const { document } = mutateOften(readGallery(file), createChance(seed), times)
      const original = { ...document, info: { ...document.info, code: `7.${++n}` } }
      const { id } = await there.draft(original)
      const given = (await there.administrator.get(`${at}/${id}`)).body as ProcedurePackage
      const brought = await here.administrator.post(at, { package: given })
      expect(brought.status).toBe(201)
      const arrived = (await here.administrator.get(`/api/designer/procedures/${brought.body.id}`)).body.document
      expect(documentText(arrived)).toBe(documentText(original))
      const again = (await here.administrator.get(`${at}/${brought.body.id}`)).body as ProcedurePackage
      expect({ ...again, madeAt: '' }).toEqual({ ...given, madeAt: '' })
    }), { numRuns: 40 })
  })
})
