// Refusals that belong to dossiers, in the words of the office.
import { ProblemError } from '../http/problem-response.ts'
import { isGuest } from '#core/access/guest.ts'
import type { Issue } from '#core/issues/issue.ts'
import { isClosed } from '#core/procedure/closure.ts'
import { localise } from '#core/text/localise.ts'
import type { Info, Session, Suggestion } from '#schemas/generated/types.ts'

/** Whoever only lacks an account is told to sign in, anybody else that it is not theirs to do. */
export const mayNotStart = (actor: Session): ProblemError => (isGuest(actor)
  ? new ProblemError('unauthenticated', [], {
    vi: 'Thủ tục này phải biết chắc người nộp là ai. Hãy đăng nhập rồi nộp hồ sơ.',
    en: 'This procedure must know for certain who files. Sign in, then file.',
  })
  : new ProblemError('forbidden'))

export const notFiledOnline = (): ProblemError => new ProblemError('action-not-available', [], {
  vi: 'Thủ tục này chưa nhận hồ sơ trực tuyến. Trang thủ tục cho biết nơi nộp.',
  en: 'This procedure does not take dossiers online. Its page says where to file.',
})

/** A suspended or abolished procedure takes nothing new, in the office's own words; what was filed before goes on. */
export const assertOpen = (info: Info, today: string): void => {
  if (!isClosed(info, today)) return
  throw new ProblemError('action-not-available', [], {
    vi: localise(info, 'closureNotice', 'vi') || 'Thủ tục này không nhận hồ sơ mới.',
    en: localise(info, 'closureNotice', 'en') || 'This procedure takes no new dossiers.',
  })
}

export const revisionReplaced = (): ProblemError => new ProblemError('version-conflict', [], {
  vi: 'Thủ tục đã có bản mới. Hãy đọc lại biểu mẫu rồi gửi theo bản mới.',
  en: 'The procedure has a newer revision. Read its form again and file under that one.',
})

export const notEditable = (): ProblemError => new ProblemError('action-not-available', [], {
  vi: 'Hồ sơ đã nộp chỉ sửa được khi cơ quan yêu cầu bổ sung.',
  en: 'A filed dossier can be changed only when the office asks for a supplement.',
})

export const notForOthers = (): ProblemError => new ProblemError('action-not-available', [], {
  vi: 'Thủ tục này không nhận nộp thay: người có yêu cầu phải tự nộp.',
  en: 'Nobody may file this procedure for another: the person concerned must file it.',
})

export const onlyDrafts = (): ProblemError => new ProblemError('action-not-available', [], {
  vi: 'Chỉ xóa được hồ sơ chưa nộp. Hồ sơ đã nộp thì có thể rút.',
  en: 'Only a draft can be deleted. A filed dossier can be withdrawn.',
})

const says = (pointer: string, code: string, vi: string, en: string): Issue => ({ pointer, code, authored: { message: vi, 'x-i18n': { en: { message: en } } } })

export const computedByUs = (pointer: string): Issue =>
  says(pointer, 'answer.computed', 'Hệ thống tự tính câu này; đừng gửi kèm.', 'This answer is worked out here; leave it out.')

export const notAskedToChange = (pointer: string): Issue =>
  says(pointer, 'supplement.notAsked', 'Cơ quan không yêu cầu sửa nội dung này.', 'The office did not ask for this to be changed.')

export const fixedOtherwise = ({ pointer, value }: Suggestion): Issue => {
  const shown = typeof value === 'string' ? `: ${value}` : ''
  return says(`/answers${pointer}`, 'answer.fixed', `Câu này lấy từ thông tin của bạn${shown}. Nếu chưa đúng, hãy sửa trong «Thông tin của tôi».`, `This is taken from your information${shown}. If it is not right, correct it in "My information".`)
}
