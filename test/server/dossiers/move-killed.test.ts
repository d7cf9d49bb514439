// The server is killed while it moves drafts to a new revision: whatever was moved is moved once, and the rest follows after the restart.
import { describe, expect, it } from 'vitest'
import type { Dossier } from '#schemas/generated/types.ts'
import { buildProcedure } from '../../fixtures/build.ts'
import { moving, renamed } from '../../fixtures/changed-form.ts'
import { startMortalServer } from '../../fixtures/mortal-server.ts'

const drafts = 400

describe('moving drafts when the server is killed', () => {
  it('moves each draft exactly once, with its answers, and counts right', async () => {
    const server = await startMortalServer()
    const { ask, signIn } = server
    const as = async (who: 'reviewer' | 'applicant') => ({ Cookie: await signIn(who) })
    const procedure = await server.publish(buildProcedure('1.99'))
    const citizen = await as('applicant')
    const ids: string[] = []
    for (let n = 0; n < drafts; n += 20) {
      ids.push(...await Promise.all(Array.from({ length: 20 }, async (_, i) => {
        const { id } = (await ask('POST', '/api/dossiers', { procedure: procedure.id }, citizen)).body.dossier as { id: string }
        await ask('PUT', `/api/dossiers/${id}/answers`, { answers: { ten: `Số ${n + i}`, tuoi: 30, khan: false, so: [{ ten: 'Bản sao', soBan: 1 }] } }, { ...citizen, 'If-Match': '"1"' })
        return id
      })))
    }
    const request = await server.approve(procedure.id, renamed('1.99'), moving)
    const requestAt = `/api/designer/change-requests/${request.id}`
    await ask('POST', `${requestAt}/publication`, {}, await as('reviewer'))

    const progress = async () => (await ask('GET', `${requestAt}/migration`, undefined, { Cookie: await signIn('reviewer') })).body.drafts as { state: string; moved: number; left: number }
    let kills = 0
    for (const end = Date.now() + 120_000; Date.now() < end;) {
      const { state, moved } = await progress()
      if (state === 'done') break
      if (moved > kills * 120 && kills < 3) {
        await server.kill()
        await server.comeBack()
        kills++
      }
      await new Promise((resolve) => setTimeout(resolve, 5))
      if (moved === 0) await new Promise((resolve) => setTimeout(resolve, 50))
    }
    expect(await progress()).toEqual({ state: 'done', moved: drafts, left: 0, stays: [] })
    expect(kills).toBeGreaterThan(0)
    const again = await as('applicant')
    for (const [n, id] of ids.entries()) {
      const { dossier } = (await ask('GET', `/api/dossiers/${id}`, undefined, again)).body as { dossier: Dossier }
      expect(dossier).toMatchObject({ revision: request.hash, version: 3, answers: { hoTen: `Số ${n}`, tuoi: 30, khan: false }, moved: { from: procedure.hash, version: 3 } })
      expect(dossier.aside).toEqual([{ revision: procedure.hash, pointer: '/so', value: [{ ten: 'Bản sao', soBan: 1 }] }])
    }
    await server.close()
  }, 180_000)
})
