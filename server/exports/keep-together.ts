// What must not be parted by the end of a page, as long as one page could hold it: a piece that is higher than a page and
// may not be parted would not be drawn at all, so heights are estimated, generously.
import { widthOf, type Content } from './page-content.ts'

export interface Piece {
  content: Content
  /** In points, rather too much than too little. */
  height: number
}

/** What a page surely holds. */
export const page = 640
/** More than about half a page would leave too much of the page before it empty. */
const usual = 380

export const kept = ({ content, height }: Piece, most = usual): Content => (height <= most ? { ...content, unbreakable: true } : content)

/** Of small letters, each text on lines of its own. */
export const textHeight = (texts: readonly string[], width: number): number => texts.reduce((sum, text) => sum + Math.ceil((widthOf(text) * 0.9) / width) * 13, 0)
