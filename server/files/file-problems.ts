// Refusals that belong to uploads, in words that say what to do instead.
import { ProblemError } from '../http/problem-response.ts'
import { limits } from '../limits.ts'

export const notAsked = (): ProblemError => new ProblemError('invalid-body', [], {
  vi: 'Câu hỏi này không nhận tệp. Hãy tải lại trang rồi thử lại.',
  en: 'This question takes no files. Reload the page and try again.',
})

export const tooBig = (limit: number): ProblemError => new ProblemError('too-large', [{ pointer: '', code: 'file.tooLarge', params: { limit } }])

export const tooManyFiles = (): ProblemError => new ProblemError('too-large', [], {
  vi: `Hồ sơ đã có quá nhiều tệp (tối đa ${limits.filesPerDossier} tệp, ${limits.dossierFileBytes / 1048576} MB). Hãy gộp các trang vào một tệp.`,
  en: `The dossier has too many files already (at most ${limits.filesPerDossier}, ${limits.dossierFileBytes / 1048576} MB). Put the pages into one file.`,
})

export const tooManyUnfinished = (): ProblemError => new ProblemError('too-many', [], {
  vi: `Hồ sơ này đang có ${limits.unfinishedPerDossier} tệp gửi dở. Hãy đợi gửi xong hoặc bỏ bớt rồi thử lại.`,
  en: `${limits.unfinishedPerDossier} files are on their way to this dossier. Wait for them, or cancel some, and try again.`,
})

export const noRoom = (): ProblemError => new ProblemError('integration-down', [], {
  vi: 'Kho tệp đang bận. Tệp đã gửi vẫn được giữ; hãy thử lại sau ít phút.',
  en: 'The store of files is busy. What was sent is kept; try again in a few minutes.',
})

/** Somebody sends a piece that does not continue what is there. */
export const otherPlace = (offset: number): ProblemError => new ProblemError('version-conflict', [{ pointer: '', code: 'file.offset', params: { offset } }], {
  vi: `Máy chủ đã có ${offset} byte của tệp này. Hãy gửi tiếp từ đó.`,
  en: `The server has ${offset} bytes of this file. Go on from there.`,
})

export const notEditable = (): ProblemError => new ProblemError('action-not-available', [], {
  vi: 'Chỉ đính kèm được tệp khi hồ sơ chưa nộp hoặc khi cơ quan yêu cầu bổ sung.',
  en: 'Files can be attached only before filing, or when the office asks for a supplement.',
})
