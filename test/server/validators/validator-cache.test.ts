import { describe, expect, it } from 'vitest'
import { createRecent } from '../../../server/validators/validator-cache.ts'

describe('createRecent', () => {
  it('forgets what was not asked for the longest', () => {
    const recent = createRecent<number>(2)
    recent.set('a', 1)
    recent.set('b', 2)
    recent.get('a')
    recent.set('c', 3)
    expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual([1, undefined, 3])
  })
})
