// The parts of a procedure's page in the order in which a citizen needs them; all that NĐ 63/2010 Đ.8 asks to publish has its
// place, whether it was published or not. Their names are those of the addresses (#ho-so).
import { t } from './texts.ts'

const titles = {
  'ho-so': 'components', 'cach-nop': 'channels', 'phi': 'fee', 'trinh-tu': 'sequence', 'dieu-kien': 'conditions', 'ket-qua': 'results', 'noi-nhan': 'places', 'can-cu': 'legalBasis',
  'lien-quan': 'related', 'cong-bo': 'offices',
} as const

export type PartId = keyof typeof titles

export const partTitle = (id: PartId): string => t(`procedure.${titles[id]}`)

export const procedureParts = (): { id: PartId, title: string }[] => (Object.keys(titles) as PartId[]).map((id) => ({ id, title: partTitle(id) }))
