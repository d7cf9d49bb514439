import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentText } from '#core/procedure/canonical-json.ts'
import { createChance } from '#core/scenario/chance.ts'
import type { Procedure } from '#schemas/generated/types.ts'
import type { Side } from '../../../designer/editing/merge-documents.ts'
import { commonGround, mergePackage, packageClashes, thingAt } from '../../../designer/packages/merge-package.ts'
import { buildProcedure, extension } from '../../fixtures/build.ts'
import { mutateOften } from '../../fixtures/mutations.ts'

const base = buildProcedure()
const edited = (change: (draft: Procedure) => void): Procedure => {
  const copy = structuredClone(base)
  change(copy)
  return copy
}
const mine = edited((draft) => { draft.form!.schema.properties['ten']!.maxLength = 50; draft.form!.rules![0]!.title = 'Của tôi'; draft.info.sequence = 'Của tôi' })
const theirs = edited((draft) => {
  draft.form!.schema.properties['ten']!.maxLength = 60
  draft.form!.schema.properties['tuoi']!.maximum = 120
  draft.form!.rules![0]!.title = 'Của họ'
  draft.workflow!.steps[0]!.title = 'Nhận hồ sơ'
})
const all = (side: Side) => () => side

describe('mergePackage', () => {
  it('takes what one side changed from that side, and what both changed from the side that is chosen', () => {
    const kept = mergePackage({ base, mine, theirs }, (key) => (key === '/ten' ? 'theirs' : 'mine')).document
    expect(kept.form!.schema.properties).toMatchObject({ ten: { maxLength: 60 }, tuoi: { maximum: 120 } })
    expect(kept.form!.rules![0]!.title).toBe('Của tôi')
    expect(kept).toMatchObject({ info: { sequence: 'Của tôi' }, workflow: { steps: [{ title: 'Nhận hồ sơ' }, ...base.workflow!.steps.slice(1).map(() => ({}))] } })
  })
  it('asks about each thing once, with what the package would change there', () => {
    const clashes = packageClashes({ base, mine, theirs }, 'vi')
    expect(clashes.map(({ key, title }) => [key, title])).toEqual([['/ten', 'Họ và tên'], ['rule:khan-thi-noi', 'Của họ']])
    expect(clashes[0]!.told).toHaveLength(1)
    expect(clashes[0]!.told[0]!.sentence).toContain('60')
  })
  it('keeps what either side has where they never had a revision in common', () => {
    const [one, other] = [edited((draft) => { draft.form!.schema.properties['a'] = { type: 'string', title: 'A' } }), edited((draft) => { draft.form!.schema.properties['b'] = { type: 'string', title: 'B' }; delete draft.fees })]
    const { document, clashes } = mergePackage({ mine: one, theirs: other })
    expect(clashes).toEqual([])
    expect(Object.keys(document.form!.schema.properties)).toEqual(expect.arrayContaining(['a', 'b', 'ten']))
    expect(document.fees).toEqual(base.fees)
    expect(packageClashes({ mine, theirs }, 'vi').map(({ key }) => key).sort()).toEqual(['/ten', '/tuoi', 'information', 'rule:khan-thi-noi', 'step:intake'])
    expect(documentText(commonGround(mine, mine))).toBe(documentText(mine))
  })
  it('is the side that changed where only one did, whatever is chosen, for any changes', () => {
    const from = extension()
    fc.assert(fc.property(fc.nat(), fc.integer({ min: 1, max: 6 }), (seed, times) => {
      const { document: changed } = mutateOften(from, createChance(seed), times)
      expect(documentText(mergePackage({ base: from, mine: from, theirs: changed }).document)).toBe(documentText(changed))
      expect(documentText(mergePackage({ base: from, mine: changed, theirs: from }, all('theirs')).document)).toBe(documentText(changed))
    }), { numRuns: 40 })
  })
})

describe('thingAt', () => {
  it.each([
    [['form', 'schema', 'properties', 'nguoi', 'properties', 'ten', 'title'], '/nguoi/ten'],
    [['form', 'schema', 'properties', 'so', 'items', 'properties', 'soBan', 'maximum'], '/so/*/soBan'],
    [['form', 'schema', 'properties', 'so', 'items', 'required'], '/so'],
    [['form', 'schema', 'properties', 'loai', 'oneOf', 'moi', 'title'], '/loai'],
    [['form', 'schema', '$defs', 'tinh', 'oneOf'], 'codeList:tinh'],
    [['form', 'schema', 'required'], 'settings'],
    [['form', 'pages', 'chung', 'sections', '0', 'questions'], 'page:chung'],
    [['form', 'rules', 'khan', 'when'], 'rule:khan'],
    [['form', 'checks', 'ngay', 'formula'], 'check:ngay'],
    [['workflow', 'steps', 'review', 'form', 'schema'], 'step:review'],
    [['workflow', 'start'], 'workflow'],
    [['fees', 'le-phi', 'amount'], 'fee:le-phi'],
    [['papers'], 'paper'],
    [['info', 'name'], 'information'],
    [['migrations'], 'settings'],
  ])('%j belongs to %s', (way, key) => {
    expect(thingAt(way)).toBe(key)
  })
})
