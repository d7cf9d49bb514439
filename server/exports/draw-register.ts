// Draws a volume of the register of dossiers on A4 lying down (TT 03/2025/TT-VPCP, slip 07).
import { registerClosing, registerColumns, registerRow, type RegisterModel } from '#core/paper/register-model.ts'
import { slipSuffix } from '#core/paper/slip-words.ts'
import { drawTable } from './draw-paper.ts'
import { words, type Content } from './page-content.ts'

const margins = { left: 48, top: 40, right: 28, bottom: 40 }
const width = 842 - margins.left - margins.right

const centred = (text: string, style: Content = {}): Content => words(text, { alignment: 'center', ...style })

const heading = ({ agency, volume }: RegisterModel): Content => ({
  columns: [
    { width: 300, stack: [centred(agency.toLocaleUpperCase('vi'), { bold: true, fontSize: 11 }), centred(`Số: ${volume}/${slipSuffix['07']}`, { margin: [0, 3, 0, 0] })] },
    { width: '*', stack: [centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, fontSize: 11 }), centred('Độc lập - Tự do - Hạnh phúc', { bold: true, fontSize: 11 })] },
  ],
})

export const drawRegister = (model: RegisterModel): Content => {
  const { year, volume, entries, agency, madeAt } = model
  const closing = registerClosing(model)
  return {
    pageSize: 'A4', pageOrientation: 'landscape', pageMargins: [margins.left, margins.top, margins.right, margins.bottom], language: 'vi', displayTitle: true,
    info: { title: `Sổ theo dõi hồ sơ năm ${year}, quyển ${volume}`, author: agency, creationDate: new Date(madeAt), creator: 'Một Cửa', producer: 'Một Cửa' },
    defaultStyle: { font: 'Tinos', fontSize: 10.5, lineHeight: 1.1 },
    footer: (page: number, pages: number) => ({
      columns: [words('Mẫu số 07, Thông tư 03/2025/TT-VPCP', { fontSize: 8 }), words(`Quyển ${volume}, trang ${page}/${pages}`, { fontSize: 8, alignment: 'right' })], margin: [margins.left, 12, margins.right, 0],
    }),
    content: [
      heading(model), centred('SỔ THEO DÕI HỒ SƠ', { bold: true, fontSize: 14, margin: [0, 14, 0, 2] }), centred(`Năm ${year} – Quyển số ${volume}`, { italics: true, margin: [0, 0, 0, 6] }),
      ...(entries.length === 0 ? [centred('Chưa có hồ sơ nào.', { margin: [0, 12, 0, 0] })] : [drawTable({ kind: 'table', columns: [...registerColumns], rows: entries.map(registerRow) }, width, 8)]),
      ...(closing === undefined ? [] : [{ unbreakable: true, margin: [0, 8, 0, 0], columns: [words(closing, { italics: true }), { width: 220, stack: [centred('NGƯỜI GIỮ SỔ', { bold: true }), centred('(Ký, ghi rõ họ tên)', { italics: true, fontSize: 9 })] }] }]),
    ],
  }
}
