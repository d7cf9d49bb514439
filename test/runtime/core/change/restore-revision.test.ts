import { describe, expect, it } from 'vitest'
import { newMigrations } from '#core/change/classify-places.ts'
import { compiledOnce } from '#core/change/classify-change.ts'
import { migrateAnswers } from '#core/change/migrate-answers.ts'
import { restoredRevision } from '#core/change/restore-revision.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import { buildProcedure, simpleAnswers } from '../../../fixtures/build.ts'
import { tightened } from '../../../fixtures/review-room.ts'
import { renamed } from '../../../fixtures/renamed.ts'

const older = buildProcedure()
const carried = (answers: Answers, from: Procedure, to: Procedure): Answers => migrateAnswers(answers, newMigrations(from, to), compiledOnce(from.form!), compiledOnce(to.form!)).answers

describe('restoredRevision', () => {
  it('is the older revision itself where no name changed since', () => {
    expect(restoredRevision(older, tightened('1.000001'))).toBe(older)
  })
  it('carries answers back to the names that they had', () => {
    const present = renamed(renamed(older, '/ten', 'hoTen'), '/hoTen', 'hoVaTen')
    const back = restoredRevision(older, present)
    expect({ ...back, migrations: older.migrations }).toEqual(older)
    expect(carried(carried(simpleAnswers(), older, present), present, back)).toEqual(simpleAnswers())
  })
  it('can be taken back in its turn', () => {
    const present = renamed(older, '/ten', 'hoTen')
    const again = restoredRevision(present, restoredRevision(older, present))
    expect(again.form).toEqual(present.form)
    const answers = carried(simpleAnswers(), older, present)
    expect(carried(carried(answers, present, restoredRevision(older, present)), restoredRevision(older, present), again)).toEqual(answers)
  })
})
