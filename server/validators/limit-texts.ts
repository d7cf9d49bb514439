// What the author of a document reads when it exceeds what a form may be.
import type { Issue } from '#core/issues/issue.ts'

const says = (code: string, pointer: string, vi: string, en: string, params: Record<string, unknown> = {}): Issue =>
  ({ pointer, code, params, authored: { message: vi, 'x-i18n': { en: { message: en } } } })

export const tooLarge = (limit: number): Issue =>
  says('document.tooLarge', '', `Tài liệu lớn hơn ${limit / 1024} KB. Hãy tách danh mục dài thành danh mục dùng chung.`, `The document is larger than ${limit / 1024} KB. Move long lists to a shared code list.`, { limit })

export const tooManyQuestions = (pointer: string, limit: number): Issue =>
  says('document.questions', pointer, `Biểu mẫu có quá ${limit} câu hỏi.`, `The form has more than ${limit} questions.`, { limit })

export const tooDeep = (pointer: string, limit: number): Issue =>
  says('document.nesting', pointer, `Nhóm câu hỏi lồng nhau quá ${limit} tầng.`, `Groups are nested deeper than ${limit} levels.`, { limit })

export const tooManyOptions = (pointer: string, limit: number): Issue =>
  says('document.options', pointer, `Câu hỏi có quá ${limit} lựa chọn.`, `The question has more than ${limit} options.`, { limit })

export const tooManyPatterns = (pointer: string, limit: number): Issue =>
  says('document.patterns', pointer, `Biểu mẫu có quá ${limit} mẫu kiểm tra.`, `The form has more than ${limit} patterns.`, { limit })

export const unsafePattern = (pointer: string): Issue =>
  says('document.pattern', pointer,
    'Mẫu kiểm tra này không dùng được: viết sai, quá lớn, chạy quá lâu với một số câu trả lời, hoặc nhìn trước, nhìn sau hay nhắc lại nhóm.',
    'This pattern cannot be used: it is malformed, too large, too slow for some answers, looks ahead or behind, or refers back to a group.')

export const notCompiled = (pointer: string): Issue =>
  says('document.notCompiled', pointer, 'Biểu mẫu này không dịch được thành bộ kiểm tra. Hãy làm gọn biểu mẫu.', 'No validator can be made from this form. Make the form simpler.')
