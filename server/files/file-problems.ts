// Refusals that belong to uploads, in words that say what to do instead.
import type { FileRule } from '#schemas/generated/types.ts'
import { ProblemError } from '../http/problem-response.ts'

export const notAsked = (): ProblemError => new ProblemError('invalid-body', [], {
  vi: 'Câu hỏi này không nhận tệp. Hãy tải lại trang rồi thử lại.',
  en: 'This question takes no files. Reload the page and try again.',
})

export const wrongKind = (name: string, accept: FileRule['accept']): ProblemError =>
  new ProblemError('invalid-body', [{ pointer: '', code: 'fileKind', params: { name, accept: accept.join(', ') } }])

export const tooBig = (limit: number): ProblemError => {
  const megabytes = Math.floor(limit / 1048576)
  return new ProblemError('too-large', [], {
    vi: `Tệp này lớn hơn ${megabytes} MB. Hãy chụp hoặc quét lại ở chất lượng thấp hơn.`,
    en: `This file is larger than ${megabytes} MB. Scan or photograph it again at a lower quality.`,
  })
}

export const tooManyFiles = (most: number): ProblemError => new ProblemError('too-large', [], {
  vi: `Hồ sơ đã có quá nhiều tệp (tối đa ${most} tệp, 100 MB). Hãy gộp các trang vào một tệp.`,
  en: `The dossier has too many files already (at most ${most}, 100 MB). Put the pages into one file.`,
})

export const notEditable = (): ProblemError => new ProblemError('action-not-available', [], {
  vi: 'Chỉ đính kèm được tệp khi hồ sơ chưa nộp hoặc khi cơ quan yêu cầu bổ sung.',
  en: 'Files can be attached only before filing, or when the office asks for a supplement.',
})
