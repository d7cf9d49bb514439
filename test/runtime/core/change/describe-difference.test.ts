import { create } from 'mutative'
import { describe, expect, it } from 'vitest'
import { describeDifference } from '#core/change/describe-difference.ts'
import { listDifferences } from '#core/change/list-differences.ts'
import { durationWords } from '#core/text/duration-words.ts'
import type { Condition, Procedure } from '#schemas/generated/types.ts'
import { buildProcedure } from '../../../fixtures/build.ts'

const before = create(buildProcedure(), (draft) => {
  draft.form!.schema.properties['honNhan'] = { type: 'string', title: 'Tình trạng hôn nhân', oneOf: [{ const: 'docThan', title: 'Độc thân' }, { const: 'ketHon', title: 'Đã kết hôn' }], 'x-i18n': { en: { title: 'Marital status' } } }
  draft.form!.pages[0]!.sections[0]!.questions.push('/honNhan')
  draft.form!.pages.push({ id: 'page-2', title: 'Trang hai', sections: [{ title: 'Mục một', questions: [] }] })
  draft.papers = [{ id: 'bien-nhan', title: 'Giấy biên nhận', signedBy: 'one-stop' }]
})
const is = (name: string, value: string | boolean): Condition => ({ properties: { [name]: { const: value } }, required: [name] })

const told = (recipe: (draft: Procedure) => void, locale: 'vi' | 'en' = 'vi'): string[] => {
  const after = create(before, recipe)
  return listDifferences(before, after).map((difference) => describeDifference(difference, { before, after }, locale))
}
const step = (draft: Procedure, id: string) => draft.workflow!.steps.find((each) => each.id === id)!

describe('describeDifference', () => {
  it('says in both languages what must now be answered', () => {
    const recipe = (draft: Procedure): void => { draft.form!.schema.required!.push('honNhan') }
    expect(told(recipe)).toEqual(['Câu hỏi “Tình trạng hôn nhân” nay bắt buộc phải trả lời.'])
    expect(told(recipe, 'en')).toEqual(['The question “Marital status” must now be answered.'])
  })

  it.each<[string, (draft: Procedure) => void, string[]]>([
    ['a question that is new', (draft) => { draft.form!.schema.properties['soCon'] = { type: 'integer', title: 'Số con' }; draft.form!.pages[1]!.sections[0]!.questions.push('/soCon') }, ['Câu hỏi “Số con” được thêm vào trang “Trang hai”.']],
    ['a question that is gone', (draft) => { delete draft.form!.schema.properties['honNhan']; draft.form!.pages[0]!.sections[0]!.questions.pop() }, ['Câu hỏi “Tình trạng hôn nhân” không còn được hỏi.']],
    ['a question that is called otherwise', (draft) => { draft.form!.schema.properties['ten']!.title = 'Họ, chữ đệm và tên' }, ['Câu hỏi “Họ và tên” nay được viết là “Họ, chữ đệm và tên”.']],
    ['a question on another page', (draft) => { draft.form!.pages[0]!.sections[0]!.questions.pop(); draft.form!.pages[1]!.sections[0]!.questions.push('/honNhan') }, ['Trang “Trang hai”: câu hỏi “Tình trạng hôn nhân” chuyển từ trang “Thông tin” sang.']],
    ['an option that is new', (draft) => { draft.form!.schema.properties['honNhan']!.oneOf!.push({ const: 'lyHon', title: 'Đã ly hôn' }) }, ['Lựa chọn “Đã ly hôn” của câu hỏi “Tình trạng hôn nhân” được thêm vào.']],
    ['an option that is gone', (draft) => { draft.form!.schema.properties['honNhan']!.oneOf!.pop() }, ['Lựa chọn “Đã kết hôn” của câu hỏi “Tình trạng hôn nhân” không còn chọn được.']],
    ['a limit', (draft) => { draft.form!.schema.properties['tuoi']!.maximum = 120 }, ['Câu hỏi “Tuổi”: giá trị lớn nhất trước là 150, nay là 120.']],
    ['another kind of answer, once', (draft) => { draft.form!.schema.properties['tuoi'] = { type: 'string', title: 'Tuổi', maxLength: 3, 'x-field': 'text' } }, ['Câu hỏi “Tuổi”: kiểu dữ liệu trước là số nguyên, nay là chữ.']],
    ['a translation', (draft) => { draft.form!.schema.properties['ten']!['x-i18n'] = { en: { title: 'Full name' } } }, ['Câu hỏi “Họ và tên”: bản tiếng Anh nay là “Full name”.']],
    ['the order of columns', (draft) => { const { items } = draft.form!.schema.properties['so']!; items!.properties = Object.fromEntries(Object.entries(items!.properties!).toReversed()) }, ['Câu hỏi “Bản sao”: các câu hỏi bên trong được xếp lại thứ tự.']],
    ['a column, by its table where names repeat', (draft) => { draft.form!.schema.properties['tenKhac'] = { type: 'string', title: 'Số bản', maxLength: 5 }; draft.form!.schema.properties['so']!.items!.properties!['soBan']!.minimum = 2 }, ['Câu hỏi “Số bản” được thêm vào.', 'Câu hỏi “Bản sao › Số bản”: giá trị nhỏ nhất trước là 1, nay là 2.']],
    ['a rule that asks more people', (draft) => { draft.form!.rules![0]!.when = { anyOf: [is('khan', true), is('honNhan', 'docThan')] } }, ['Quy tắc “Gấp thì nói lý do”: nay cũng hỏi “Lý do cần gấp” khi Cần gấp là Không và Tình trạng hôn nhân là Độc thân.']],
    ['a rule about other questions', (draft) => { draft.form!.rules![0]!.show = ['/lyDo', '/so'] }, ['Quy tắc “Gấp thì nói lý do”, câu hỏi được hỏi: thêm “Bản sao”.']],
    ['a rule written otherwise', (draft) => { draft.form!.rules![0]!.when = { allOf: [is('khan', true)] } }, ['Quy tắc “Gấp thì nói lý do”: điều kiện viết khác đi, kết quả vẫn như trước.']],
    ['a section that is shown to some', (draft) => { draft.form!.pages[1]!.sections[0]!.when = is('khan', true) }, ['Mục “Mục một” trên trang “Trang hai”: không còn hiện khi Cần gấp là Không.']],
    ['an amount', (draft) => { draft.fees![0]!.amount = 80000 }, ['Lệ phí “Lệ phí”: số tiền trước là 50.000 đ, nay là 80.000 đ.']],
    ['a fee table', (draft) => { draft.fees![0]!.rows = [{ when: is('honNhan', 'docThan'), amount: 10000 }] }, ['Lệ phí “Lệ phí”: thêm dòng biểu phí: khi Tình trạng hôn nhân là Độc thân: 10.000 đ.']],
    ['who owes a fee', (draft) => { delete draft.fees![0]!.when }, ['Lệ phí “Lệ phí”: nay cũng phải nộp khi Cần gấp là Không.']],
    ['the time of a step', (draft) => { step(draft, 'supplement').within = { amount: 10, unit: 'workingDay' } }, ['Bước “Bổ sung”: thời hạn trước là 15 ngày làm việc, nay là 10 ngày làm việc.']],
    ['a decision that leads elsewhere', (draft) => { step(draft, 'intake').actions!.find(({ id }) => id === 'ask-supplement')!.to = 'stopped' }, [`Quyết định “Yêu cầu bổ sung” ở bước “${step(before, 'intake').title}”: bước tiếp theo trước là “Bổ sung”, nay là “Dừng”.`]],
    ['a question of an officer', (draft) => { step(draft, 'appraisal').form!.schema.properties['ketLuan']!.maxLength = 900 }, [`Câu hỏi “Kết luận” mà cán bộ ghi ở bước “${step(before, 'appraisal').title}”: số ký tự nhiều nhất trước là 500, nay là 900.`]],
    ['what an officer records no longer', (draft) => { delete step(draft, 'appraisal').form }, [`Bước “${step(before, 'appraisal').title}” không còn phần cán bộ ghi (trước là “Kết luận”).`]],
    ['the order of pages', (draft) => { draft.form!.pages.reverse() }, ['Tài liệu thủ tục: các trang được xếp lại thứ tự.']],
    ['a way out of a step', (draft) => { step(draft, 'appraisal').branches = [{ when: is('khan', true), to: 'stopped' }] }, [`Bước “${step(before, 'appraisal').title}”: thêm hướng đi: khi Cần gấp là Có → bước “Dừng”.`]],
    ['the clock of the law', (draft) => { draft.workflow!.clock = { ...draft.workflow!.clock!, limit: { amount: 7, unit: 'workingDay' }, cases: [{ when: is('khan', true), limit: { amount: 1, unit: 'day' } }] } }, [`Quy trình: thời hạn giải quyết trước là ${durationWords(before.workflow!.clock!.limit, 'vi')}, nay là 7 ngày làm việc.`, 'Quy trình: thêm thời hạn riêng: khi Cần gấp là Có: 1 ngày.']],
    ['a detail of an entry', (draft) => { draft.info.channels[0]!.description = 'Nộp trên mạng' }, ['Thông tin thủ tục, cách nộp trực tuyến, 10 ngày làm việc: hướng dẫn từ không có gì thành “Nộp trên mạng”.']],
    ['who signs a paper', (draft) => { draft.papers![0]!.signedBy = before.workflow!.roles[1]!.id }, [`Giấy tờ “Giấy biên nhận”: người ký trước là “${before.workflow!.roles.find(({ id }) => id === 'one-stop')?.title ?? 'one-stop'}”, nay là “${before.workflow!.roles[1]!.title}”.`]],
    ['a scenario', (draft) => { draft.scenarios![0]!.answers = { ten: 'Bình', tuoi: 30, khan: false } }, ['Tình huống thử “Bình thường”: “Họ và tên” từ “An” thành “Bình”.']],
    ['the information', (draft) => { draft.info.audience = ['Công dân Việt Nam', 'Doanh nghiệp'] }, ['Thông tin thủ tục, đối tượng: thêm “Doanh nghiệp”.']],
    ['a paper of the dossier', (draft) => { draft.info.components!.push({ title: 'Bản sao căn cước' }) }, ['Thông tin thủ tục: thêm thành phần hồ sơ: “Bản sao căn cước”.']],
    ['a long text by its words', (draft) => { draft.info.description = `${'Nội dung giữ nguyên. '.repeat(10)}Trong 10 ngày.` }, [`Thông tin thủ tục nay có hướng dẫn: “${'Nội dung giữ nguyên. '.repeat(10).slice(0, 160).trimEnd()}…”.`]],
  ])('tells %s', (_what, recipe, sentences) => {
    expect(told(recipe)).toEqual(sentences)
  })

  it('tells of a long text what came and went', () => {
    const text = (days: number): string => `${'Nội dung giữ nguyên. '.repeat(10)}Trong ${days} ngày.`
    const [old, now] = [10, 15].map((days) => create(before, (draft) => { draft.info.sequence = text(days) }))
    const [difference] = listDifferences(old!, now!)
    expect(describeDifference(difference!, { before: old!, after: now! }, 'vi')).toBe('Thông tin thủ tục: sửa trình tự, bỏ “10”, thêm “15”.')
  })

  it('says of a renamed question that its answers come along', () => {
    expect(told((draft) => {
      const { honNhan, ...others } = draft.form!.schema.properties
      draft.form!.schema.properties = { ...others, tinhTrang: honNhan! }
      draft.form!.pages[0]!.sections[0]!.questions = draft.form!.pages[0]!.sections[0]!.questions.map((path) => (path === '/honNhan' ? '/tinhTrang' : path))
      draft.migrations = [{ from: '/honNhan', to: '/tinhTrang' }]
    })).toEqual(['Câu hỏi “Tình trạng hôn nhân” đổi tên trong dữ liệu từ “honNhan” thành “tinhTrang”; câu trả lời đã có được mang theo.'])
  })
})
