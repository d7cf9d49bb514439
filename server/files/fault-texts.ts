// Why a file is not taken, and what to do instead. The browser says the first ones itself, in the same words, before it
// sends anything (runtime/form/locales/late, form.file).
import type { Locale } from '#core/text/localise.ts'
import type { FileFault } from './content/file-fault.ts'

type Params = Record<string, unknown>
type Sentence = (params: Params, locale: Locale) => string

const either = (vi: string, en: string): Sentence => (_params, locale) => (locale === 'vi' ? vi : en)

const kinds = ({ accept }: Params): string => (Array.isArray(accept) ? accept.map((kind) => String(kind).toUpperCase()).join(', ') : '')
const number = (value: unknown, locale: Locale): string => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(Number(value))

/** 5242880 → “5 MB”. */
export const sayBytes = (bytes: number, locale: Locale): string => (bytes < 1048576 ? `${number(bytes / 1024, locale)} KB` : `${number(bytes / 1048576, locale)} MB`)

const sentences: Record<FileFault, Sentence> = {
  'file.empty': either('Tệp này trống, không có nội dung. Hãy chọn lại tệp.', 'This file is empty. Choose the file again.'),
  'file.kind': (params, locale) => (locale === 'vi'
    ? `Chỉ nhận tệp ${kinds(params)}. Hãy chụp ảnh giấy tờ, hoặc lưu lại thành một trong các loại này.`
    : `Only ${kinds(params)} files are accepted. Photograph the paper, or save it as one of these kinds.`),
  'file.tooLarge': ({ limit }, locale) => (locale === 'vi'
    ? `Tệp quá lớn, tối đa ${sayBytes(Number(limit), locale)}. Hãy chụp hoặc quét lại ở chất lượng thấp hơn.`
    : `The file is too large; at most ${sayBytes(Number(limit), locale)}. Photograph or scan it again at a lower quality.`),
  'file.program': either('Đây là một chương trình, không phải giấy tờ. Hãy chọn bản PDF hoặc ảnh chụp của giấy tờ.', 'This is a program, not a paper. Choose the PDF or a photo of the paper.'),
  'file.drawing': either('Không nhận hình SVG vì loại này có thể chứa lệnh. Hãy xuất hình ra PDF hoặc PNG.', 'SVG drawings are not accepted, because they may hold commands. Export the drawing as PDF or PNG.'),
  'file.page': either('Đây là trang web hoặc tệp lệnh, không phải giấy tờ. Hãy in ra PDF rồi đính kèm bản PDF.', 'This is a web page or a script, not a paper. Print it to PDF and attach the PDF.'),
  'file.archive': either('Không nhận tệp nén. Hãy giải nén rồi đính kèm từng giấy tờ.', 'Archives are not accepted. Unpack it and attach each paper.'),
  'file.oldOffice': either('Không nhận tệp Word, Excel đời cũ (.doc, .xls). Hãy lưu lại thành .docx, .xlsx hoặc PDF.', 'Old Word and Excel files (.doc, .xls) are not accepted. Save it as .docx, .xlsx or PDF.'),
  'file.heic': either('Không nhận ảnh HEIC. Hãy đổi ảnh sang JPG; trên iPhone: Cài đặt, Camera, Định dạng, Tương thích nhất.', 'HEIC photos are not accepted. Convert it to JPG; on an iPhone: Settings, Camera, Formats, Most Compatible.'),
  'file.encrypted': either('Tệp này có mật khẩu hoặc bị khóa nên cán bộ không mở được. Hãy bỏ mật khẩu (hoặc in ra PDF mới) rồi đính kèm lại.', 'This file is locked by a password, so the officer cannot open it. Remove the password (or print it to a new PDF) and attach it again.'),
  'file.macros': either('Tệp này có macro, tức là lệnh chạy khi mở. Hãy lưu lại thành .docx hoặc .xlsx không có macro, hoặc xuất ra PDF.', 'This file holds macros, commands that run when it is opened. Save it as .docx or .xlsx without macros, or export it as PDF.'),
  'file.embedded': either('Trong tệp này có tệp khác. Hãy đính kèm riêng từng tệp, hoặc in ra một bản PDF mới.', 'There is another file inside this file. Attach each one by itself, or print it to a new PDF.'),
  'file.active': either('Tệp PDF này có lệnh tự chạy. Hãy mở ra, chọn In rồi Lưu thành PDF, và đính kèm bản mới.', 'This PDF holds commands that run by themselves. Open it, choose Print and Save as PDF, and attach the new one.'),
  'file.remote': either('Tệp này tự lấy nội dung từ nơi khác khi mở. Hãy xuất ra PDF rồi đính kèm bản PDF.', 'This file fetches content from elsewhere when it is opened. Export it as PDF and attach the PDF.'),
  'file.disguised': either('Tệp này chứa nhiều loại nội dung chồng lên nhau nên không an toàn. Hãy quét, chụp hoặc xuất lại giấy tờ.', 'This file is several kinds of content at once, which is not safe. Scan, photograph or export the paper again.'),
  'file.bomb': ({ limit }, locale) => (locale === 'vi'
    ? `Tệp này khi mở ra lớn quá mức cho phép (${String(limit)}). Hãy xuất ra PDF hoặc chia nhỏ.`
    : `Unpacked, this file is over the limit (${String(limit)}). Export it as PDF, or split it.`),
  'file.broken': either('Tệp này bị hỏng hoặc chưa đầy đủ. Hãy mở thử trên máy của bạn, rồi lưu hoặc chụp lại.', 'This file is damaged or incomplete. Try to open it on your device, then save or photograph it again.'),
  'file.pixels': ({ width, height, limit }, locale) => (locale === 'vi'
    ? `Ảnh này có ${number(width, locale)} × ${number(height, locale)} điểm ảnh, tối đa ${number(Number(limit) / 1e6, locale)} triệu điểm ảnh. Hãy chụp hoặc quét lại ở độ phân giải thấp hơn.`
    : `This picture has ${number(width, locale)} × ${number(height, locale)} pixels; at most ${number(Number(limit) / 1e6, locale)} million are accepted. Photograph or scan it again at a lower resolution.`),
  'file.animated': either('Không nhận ảnh động. Hãy đính kèm một ảnh tĩnh.', 'Moving pictures are not accepted. Attach a still picture.'),
}

/** The sentence of a code of this file; undefined for every other code. */
export const sayFileFault = ({ code, params = {} }: { code: string; params?: Params }, locale: Locale): string | undefined =>
  (Object.hasOwn(sentences, code) ? sentences[code as FileFault](params, locale) : undefined)
