import { describe, expect, it } from 'vitest'
import { dossierFiles } from '#runtime/client/files.ts'

describe('the files of a dossier', () => {
  it('are settled when an answer names what was chosen, not when it was only sent', async () => {
    const files = dossierFiles('d1', [])
    let answer = (): void => undefined
    files.follow(new Promise<void>((resolve) => { answer = resolve }))
    const told: string[] = []
    const settled = files.settled().then(() => told.push('settled'))
    await Promise.resolve()
    told.push('answered')
    answer()
    await settled
    expect(told).toEqual(['answered', 'settled'])
  })
  it('are settled too when something went wrong with one', async () => {
    const files = dossierFiles('d1', [])
    files.follow(Promise.reject(new Error('broken')))
    await expect(files.settled()).resolves.toBeUndefined()
  })
})
