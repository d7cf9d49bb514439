// Why something cannot be done with a change request, in the words of the office.
import type { ChangeRefusal } from '#core/change/change-request.ts'
import type { ChangeRequest } from '#schemas/generated/types.ts'
import type { ProblemKind } from '../http/problem-kind.ts'
import { ProblemError } from '../http/problem-response.ts'

type Said = [kind: ProblemKind, pointer: string, vi: string, en: string]

const says: Record<ChangeRefusal, Said> = {
  notOpen: ['action-not-available', '', 'Đề nghị này không còn ở bước cho phép việc đó.', 'This request is no longer where that can be done.'],
  byAuthor: ['forbidden', '', 'Người đã soạn nội dung không được tự thẩm định. Hãy nhờ một người khác.', 'Whoever wrote any of it may not review it. Ask somebody else.'],
  notYourPart: ['forbidden', '/parts', 'Phần này do đơn vị khác thẩm định. Hãy nhờ người của đơn vị đó.', 'This part is approved by another unit. Ask somebody of that unit.'],
  otherContent: ['version-conflict', '/hash', 'Bản nháp đã thay đổi so với bản bạn đã đọc. Hãy tải lại và xem các khác biệt mới.', 'The draft is no longer what you have read. Reload and look at the new differences.'],
  otherBase: ['version-conflict', '', 'Bản đang công bố không còn là bản đã đem so sánh. Đề nghị trở lại bước thẩm định.', 'The published revision is no longer the one that was compared. The request goes back to review.'],
  nothingChanged: ['action-not-available', '', 'Bản nháp giống hệt bản đang công bố, nên không có gì để thẩm định.', 'The draft equals what is published: there is nothing to review.'],
  reasonMissing: ['invalid-body', '/comment', 'Ghi rõ cần sửa gì.', 'Say what must be changed.'],
  dispositionMissing: ['action-not-available', '/disposition', 'Thay đổi này buộc người đang làm hồ sơ phải trả lời lại. Người soạn cần chọn cách xử lý bản nháp và hồ sơ đang giải quyết trước khi duyệt.',
    'This change makes people answer again. Its author must say what happens to drafts and open dossiers before it is approved.'],
  meaningMissing: ['action-not-available', '/meanings', 'Có câu hỏi đổi lời. Người soạn cần cho biết đó chỉ là sửa câu chữ hay đã là câu hỏi khác.', 'Some questions have other words. Their author must say whether only the wording is mended or it is another question.'],
  noInstant: ['invalid-body', '/publishAt', 'Chọn một ngày hoặc thời điểm chưa tới.', 'Choose a day or time that has not come yet.'],
  tooEarly: ['action-not-available', '', 'Chưa tới thời điểm công bố.', 'It is not yet time to publish.'],
}

/** With what is there now, for whoever has read something else. */
export const asRefused = (refused: ChangeRefusal, { hash, state }: Pick<ChangeRequest, 'hash' | 'state'>): ProblemError => {
  const [kind, pointer, vi, en] = says[refused]
  return new ProblemError(kind, [{ pointer, code: `change.${refused}`, params: { hash, state }, authored: { message: vi, 'x-i18n': { en: { message: en } } } }], { vi, en })
}
