import { describe, expect, it } from 'vitest'
import { onlyReminds } from '#core/workflow/reminders.ts'
import { buildCouncil } from '../../../fixtures/council-workflow.ts'

const workflow = buildCouncil()
const timer = (action: string, from: string, to = from) => ({ type: 'timer' as const, action, from, to })

describe('what time brings', () => {
  it.each([
    ['a reminder', timer('soon', 'review'), true],
    ['a report to a head', timer('late', 'review'), true],
    ['a late opinion that is waited for', timer('opinion:b', 'consult'), true],
    ['silence that counts as consent', timer('opinion:a', 'consult'), false],
    ['silence that moves the dossier on', timer('opinion:z', 'vote', 'review'), false],
    ['a decision at expiry', { type: 'expire' as const, from: 'review', to: 'stopped' }, false],
    ['a decision of somebody', { type: 'act' as const, action: 'soon', from: 'review', to: 'review' }, false],
  ])('%s only reminds: %s', (_name, event, reminds) => {
    expect(onlyReminds(workflow, event)).toBe(reminds)
  })
})
