// Proves what a review makes of proposals: only what is kept, as the person left it.
import { describe, expect, test } from 'vitest'
import type { Proposal } from '#core/import/word/proposal.ts'
import { faultOf, keptProposals, reviewProposals } from '../../../designer/import/reviewed-proposals.ts'
import { below, questionTree } from '../../../designer/import/question-tree.ts'
import { sampleProcedure } from '../form-editor/sample-procedure.ts'

const proposals: Proposal[] = [
  { id: 'p1', title: 'Họ và tên', type: 'text', section: 'A', required: true, snippet: 'Họ và tên: ……' },
  { id: 'p2', title: 'Lý do', type: 'text', section: 'A', required: true, snippet: 'Lý do: ……' },
  { id: 'p3', title: 'Giới tính', type: 'choice', options: ['Nam', 'Nữ'], section: 'B', required: true, snippet: '[ ] Nam [ ] Nữ' },
  { id: 'p4', title: 'Người làm chứng', type: 'table', columns: [{ title: 'Họ tên', type: 'text' }], section: 'B', required: true, snippet: '' },
]

describe('a review', () => {
  test('leaves out what the form asks already', () => {
    expect(reviewProposals(proposals, ['LÝ DO']).map((each) => [each.isKnown, each.isKept])).toEqual([[false, true], [true, false], [false, true], [false, true]])
  })

  test('keeps titles, kinds, options and columns as they were left', () => {
    const reviewed = reviewProposals(proposals, [])
    Object.assign(reviewed[0]!, { title: ' Tên ', type: 'longText', required: false })
    reviewed[1]!.isKept = false
    reviewed[2]!.lines = 'Nam\n\nNữ\nKhác\nNam'
    reviewed[3]!.lines = 'Họ tên\nNgày sinh'
    expect(keptProposals(reviewed)).toEqual([
      { ...proposals[0], title: 'Tên', type: 'longText', required: false },
      { ...proposals[2], options: ['Nam', 'Nữ', 'Khác'] },
      { ...proposals[3], columns: [{ title: 'Họ tên', type: 'text' }, { title: 'Ngày sinh', type: 'date' }] },
    ])
  })

  test('says what is missing, only of what is kept', () => {
    const [first, , choice] = reviewProposals(proposals, [])
    first!.title = ' '
    choice!.lines = ''
    expect([faultOf(first!), faultOf(choice!)]).toEqual(['title', 'options'])
    first!.isKept = false
    expect(faultOf(first!)).toBeUndefined()
  })
})

describe('the tree of another form', () => {
  test('has groups and tables with what is in them, under the page where they stand', () => {
    const tree = questionTree(sampleProcedure().form!)
    expect(tree.map(({ id, nodes }) => [id, nodes.map((node) => `${'-'.repeat(node.depth)}${node.path}`)])).toEqual([
      ['chung', ['/loaiHinh', '/lyDo', '/dienTich']], ['chi-tiet', ['/ngayKy', '/coSo', '-/coSo/ten', '-/coSo/tinh', '/mau', '-/mau/*/kyHieu', '-/mau/*/soLuong', '-/mau/*/donGia', '/tong']],
    ])
    expect(below(tree, '/coSo')).toEqual(['/coSo', '/coSo/ten', '/coSo/tinh'])
  })
})
