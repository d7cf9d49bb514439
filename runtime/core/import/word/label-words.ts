// Cleans the words beside a blank into the title of a question: without numbering and colon; "(nếu có)" says that it may be
// left out, a longer remark in brackets explains.
import { foldText } from '../../text/format.ts'

export interface Label {
  title: string
  required: boolean
  description?: string
}

const numbering = /^(?:(?:[IVXLC]+|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]\)?|[-–+*•●○▪◦▶→]|\(\d{1,2}\)|\d{1,2}\.\d{1,2}(?:\.\d{1,2})*\.?)\s*/iu
const optional = /\((?:nếu có|không bắt buộc|tùy chọn|if any|optional)\)|,?\s*nếu có\b/giu
const remark = /\s*[([]([^()[\]]{1,300})[)\]]\s*:?\s*$/u
const note = /\s*(?:\(\d{1,2}\)|\[\d{1,2}\])\s*/gu

const trimAll = (text: string): string => text.replace(/[\s:;,.…\-–]+$/u, '').replace(/^[\s:;,.…\-–]+/u, '').replace(/\s+/g, ' ').trim()

const longest = 250

export const labelOf = (words: string): Label | undefined => {
  let text = words.replace(/\s+/g, ' ').trim()
  for (let times = 0; times < 3 && numbering.test(text); times += 1) text = text.replace(numbering, '')
  const starred = /\(\*\)|\*\s*:?\s*$/.test(text)
  text = text.replace(/\(\*\)/g, ' ').replace(/\*+\s*:?\s*$/, '').replace(note, ' ')
  const required = starred || text.search(optional) < 0
  text = text.replace(optional, ' ').trim()
  const said = remark.exec(text.replace(/:\s*$/, ''))?.[1]?.trim()
  // A unit in brackets belongs to the title: "Diện tích (m2)".
  const explains = said !== undefined && said.length > 12
  const title = trimAll(explains ? text.replace(/:\s*$/, '').replace(remark, '') : text)
  // The end of a sentence before the label is no part of it.
  const short = title.length > 120 ? title.slice(Math.max(title.lastIndexOf('. ') + 1, title.lastIndexOf('; ') + 1)).trim() : title
  if (!/\p{L}{2}/u.test(short) || short.length > longest) return undefined
  return { title: short[0]!.toLocaleUpperCase('vi') + short.slice(1), required, ...(explains && { description: said[0]!.toLocaleUpperCase('vi') + said.slice(1) }) }
}

/** Headings are printed in capitals; a page of a form is not shouted. */
export const quiet = (text: string): string => (text.length > 3 && text === text.toLocaleUpperCase('vi') ? text[0]! + text.slice(1).toLocaleLowerCase('vi') : text)

/** Words of the frame of every paper: the national heading, the addressee, who signs. No question. */
const frame = /^(?:cong hoa xa hoi|doc lap|kinh gui|noi nhan|can cu|luu y|ghi chu[: ]|chu thich|huong dan|mau so|phu luc|nguoi (?:lam don|khai|de nghi|nop|viet|dai dien|yeu cau)[ ,]*\(?(?:ky|$)|\(?ky\b|ky ten|xac nhan cua|thu truong|dai dien (?:to chuc|don vi)[ ,]*\(|ngay\s*$|lam tai|to:)/

export const isFrame = (text: string): boolean => frame.test(foldText(text.replace(/[\u0001-\u0004]/g, '').trim()))
