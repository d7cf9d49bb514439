// What a person reads when something cannot be done: which problem it is, and what to do next, in both languages.
import type { Locale } from '#core/text/localise.ts'
import type { ProblemKind } from './problem-kind.ts'

export type Localised = Record<Locale, string>

interface ProblemText {
  title: string
  detail: string
}

const text = (vi: ProblemText, en: ProblemText): Record<Locale, ProblemText> => ({ vi, en })
const says = (title: string, detail: string): ProblemText => ({ title, detail })

export const problemTexts: Record<ProblemKind, Record<Locale, ProblemText>> = {
  'malformed-body': text(
    says('Không đọc được nội dung gửi lên', 'Nội dung gửi lên không phải là JSON hợp lệ. Hãy thử lại; nếu vẫn lỗi, hãy báo cho bộ phận hỗ trợ.'),
    says('The request could not be read', 'What was sent is not valid JSON. Try again; if it fails again, tell the support desk.')),
  'missing-key': text(
    says('Thiếu khóa chống gửi trùng', 'Yêu cầu này cần tiêu đề Idempotency-Key dài từ 8 đến 128 ký tự để không bị ghi nhận hai lần.'),
    says('The idempotency key is missing', 'This request needs an Idempotency-Key header of 8 to 128 characters, so that it is never recorded twice.')),
  unauthenticated: text(
    says('Bạn chưa đăng nhập', 'Hãy đăng nhập rồi thử lại.'),
    says('You are not signed in', 'Sign in and try again.')),
  forbidden: text(
    says('Bạn không có quyền làm việc này', 'Tài khoản của bạn không được giao việc này. Hãy hỏi người quản trị nếu bạn cho rằng đây là nhầm lẫn.'),
    says('You may not do this', 'Your account has not been given this task. Ask an administrator if you think that this is a mistake.')),
  'cross-site': text(
    says('Yêu cầu đến từ trang khác', 'Vì an toàn, chỉ nhận yêu cầu gửi từ chính trang này. Hãy mở lại trang và thử lại.'),
    says('The request came from another site', 'For safety, requests are only accepted from this site itself. Open the page again and retry.')),
  'not-found': text(
    says('Không tìm thấy', 'Nội dung này không có, đã bị xóa, hoặc bạn không được xem.'),
    says('Not found', 'This does not exist, was removed, or is not yours to see.')),
  'action-not-available': text(
    says('Không thực hiện được ở bước này', 'Hồ sơ đang ở bước không cho phép việc này. Hãy tải lại để xem hiện trạng.'),
    says('Not possible at this step', 'The dossier stands at a step that does not allow this. Reload to see where it is now.')),
  'version-conflict': text(
    says('Người khác vừa thay đổi', 'Nội dung đã được người khác thay đổi trước bạn. Hãy tải lại, xem thay đổi rồi làm lại.'),
    says('Somebody else was faster', 'Somebody else changed this before you. Reload, look at the change and do it again.')),
  'request-in-progress': text(
    says('Yêu cầu đang được xử lý', 'Yêu cầu cùng khóa này đang được xử lý. Hãy đợi vài giây rồi gửi lại.'),
    says('The request is being handled', 'A request with the same key is being handled. Wait a few seconds and send it again.')),
  'revision-replaced': text(
    says('Thủ tục đã có bản mới', 'Biểu mẫu của thủ tục đã thay đổi. Những gì bạn đã khai vẫn còn trong bản nháp. Hãy mở lại bản nháp để xem câu nào cần trả lời lại.'),
    says('The procedure has a newer revision', 'The form has changed. What you answered is still in your draft. Open the draft again to see which questions need an answer.')),
  'procedure-withdrawn': text(
    says('Thủ tục tạm ngừng nhận hồ sơ', 'Cơ quan đã thu hồi bản đang công bố để sửa. Bản nháp của bạn vẫn còn; hồ sơ đã nộp vẫn được giải quyết. Hãy quay lại sau.'),
    says('The procedure takes no dossiers for now', 'The office has withdrawn the published revision to mend it. Your draft is kept, and dossiers already filed go on. Please come back later.')),
  stale: text(
    says('Bản bạn đang sửa đã cũ', 'Đã có bản mới hơn được lưu. Hãy tải lại để xem, nội dung bạn vừa nhập chưa được lưu.'),
    says('Your copy is out of date', 'A newer version was saved. Reload to see it; what you just entered was not saved.')),
  'too-large': text(
    says('Nội dung quá lớn', 'Nội dung gửi lên vượt quá giới hạn cho phép.'),
    says('Too large', 'What was sent is over the limit.')),
  'unsupported-type': text(
    says('Kiểu nội dung không được nhận', 'Hãy gửi nội dung kiểu application/json, mã hóa UTF-8.'),
    says('This content type is not accepted', 'Send the content as application/json in UTF-8.')),
  'invalid-body': text(
    says('Nội dung gửi lên chưa đúng', 'Hãy sửa những chỗ được nêu dưới đây rồi gửi lại.'),
    says('The request is not right', 'Correct what is listed below and send it again.')),
  'file-refused': text(
    says('Chưa nhận được tệp này', 'Hãy chọn tệp khác rồi thử lại.'),
    says('This file is not accepted', 'Choose another file and try again.')),
  'invalid-answers': text(
    says('Tờ khai chưa hợp lệ', 'Hãy sửa những câu trả lời được nêu dưới đây rồi nộp lại.'),
    says('Some answers are not right', 'Correct the answers listed below and file again.')),
  'invalid-codes': text(
    says('Danh mục có chỗ cần sửa', 'Chưa có gì được lưu. Hãy sửa các dòng được nêu rồi nhập lại.'),
    says('The code list needs mending', 'Nothing was saved. Mend the lines that are named and import it again.')),
  'invalid-document': text(
    says('Thủ tục chưa hợp lệ', 'Hãy sửa những chỗ được nêu dưới đây rồi thử lại.'),
    says('The procedure is not right', 'Correct what is listed below and try again.')),
  'key-reused': text(
    says('Khóa chống gửi trùng đã được dùng', 'Khóa này đã được dùng cho một yêu cầu khác. Hãy dùng khóa mới.'),
    says('The idempotency key was used before', 'This key was used for a different request. Use a new one.')),
  'precondition-required': text(
    says('Thiếu phiên bản đang sửa', 'Yêu cầu này cần tiêu đề If-Match cho biết bạn đã xem phiên bản nào.'),
    says('The version is missing', 'This request needs an If-Match header that says which version you have seen.')),
  'too-many': text(
    says('Quá nhiều yêu cầu', 'Bạn đã thử quá nhiều lần. Hãy đợi vài phút rồi thử lại.'),
    says('Too many requests', 'You tried too often. Wait a few minutes and try again.')),
  internal: text(
    says('Hệ thống gặp lỗi', 'Đây là lỗi của chúng tôi, không phải của bạn. Hãy thử lại; nếu vẫn lỗi, hãy báo mã yêu cầu bên dưới cho bộ phận hỗ trợ.'),
    says('Something went wrong', 'This is our fault, not yours. Try again; if it fails again, give the support desk the request number below.')),
  'integration-down': text(
    says('Dịch vụ liên quan đang gián đoạn', 'Một dịch vụ bên ngoài chưa phản hồi. Hãy thử lại sau ít phút.'),
    says('A connected service is down', 'An outside service does not answer. Try again in a few minutes.')),
}
