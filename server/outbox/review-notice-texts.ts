// The letters to those who write and review procedures: what happened to a change, and where to look; nothing of its content.
import type { Locale } from '#core/text/localise.ts'
import type { NoticeText } from './notice-texts.ts'

export type ReviewNotice = 'review-asked' | 'changes-asked' | 'approved' | 'approval-void' | 'sent-back' | 'scheduled' | 'published' | 'commented' | 'withdrawn'

const open = { vi: 'Mở đề nghị thay đổi', en: 'Open the change request' }

const text = (vi: [subject: string, news: string], en: [subject: string, news: string], link = open): Record<Locale, NoticeText> => ({
  vi: { subject: vi[0], news: vi[1], link: link.vi }, en: { subject: en[0], news: en[1], link: link.en },
})

/** {name} is the name of the procedure. */
export const reviewNoticeTexts: Record<ReviewNotice, Record<Locale, NoticeText>> = {
  'review-asked': text(['Mời thẩm định: {name}', 'Một thay đổi của thủ tục đang chờ bạn thẩm định.'], ['Please review: {name}', 'A change of a procedure waits for your review.']),
  'changes-asked': text(['Cần sửa: {name}', 'Người thẩm định đề nghị sửa thay đổi mà bạn đã gửi.'], ['Changes are asked for: {name}', 'A reviewer asks for changes to what you have sent.']),
  'approved': text(['Đã duyệt: {name}', 'Thay đổi mà bạn gửi đã được duyệt đủ các phần.'], ['Approved: {name}', 'Every part of the change that you sent is approved.']),
  'approval-void': text(['Cần duyệt lại: {name}', 'Nội dung đã thay đổi sau khi bạn duyệt, nên việc duyệt trước đây không còn hiệu lực.'],
    ['Please approve again: {name}', 'The content has changed since you approved it, so that approval no longer counts.']),
  'sent-back': text(['Chưa công bố được: {name}', 'Đến lúc công bố thì bản nháp hoặc bản đang công bố đã khác, nên đề nghị trở lại bước thẩm định.'],
    ['Not published: {name}', 'When it was to be published, the draft or the published revision was another one. The request goes back to review.']),
  'scheduled': text(['Đã hẹn ngày công bố: {name}', 'Thay đổi mà bạn gửi sẽ được công bố vào thời điểm đã hẹn.'], ['To be published: {name}', 'The change that you sent will be published at the time that was set.']),
  'published': text(['Đã công bố: {name}', 'Thay đổi mà bạn tham gia đã được công bố.'], ['Published: {name}', 'The change that you took part in is published.']),
  'commented': text(['Có ý kiến mới: {name}', 'Có ý kiến mới về một thay đổi mà bạn tham gia.'], ['A new comment: {name}', 'There is a new comment on a change that you take part in.']),
  'withdrawn': text(['Đã thu hồi: {name}', 'Bản công bố của thủ tục đã bị thu hồi. Thủ tục tạm thời không nhận hồ sơ mới; hồ sơ đang giải quyết vẫn tiếp tục.'],
    ['Withdrawn: {name}', 'The published revision of the procedure was withdrawn. It takes no new dossiers for now; open dossiers go on.'], { vi: 'Mở thủ tục', en: 'Open the procedure' }),
}
