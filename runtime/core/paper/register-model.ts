// The register of dossiers of a year (sổ theo dõi hồ sơ, TT 03/2025/TT-VPCP, slip 07): numbered on through the year by the numbers
// of the receipts, in volumes, closed on 31 December.
import type { Dossier } from '#schemas/generated/types.ts'
import { dayWords, shortTimeWords } from './slip-words.ts'

/** A volume has so many numbers: it can be printed and bound. */
export const volumeSize = 200

export const volumesOf = (last: number): number => Math.max(1, Math.ceil(last / volumeSize))

export interface RegisterEntry {
  /** Of the receipt. */
  number: number
  code: string
  procedure: string
  applicant: string
  contact: string
  agency: string
  receivedAt: string
  dueAt?: string
  endedAt?: string
  channel: Dossier['channel']
  outcome?: Dossier['outcome']
}

export interface RegisterModel {
  year: string
  volume: number
  agency: string
  entries: RegisterEntry[]
  /** The last volume says how many there are in all. */
  total?: number
  /** The year is over. */
  closed: boolean
  madeAt: string
}

const ways: Readonly<Record<Dossier['channel'], string>> = { online: 'Trực tuyến', counter: 'Trực tiếp', post: 'Bưu chính' }
const notReturned: Readonly<Record<string, string>> = { withdrawn: ' (rút hồ sơ)', stopped: ' (dừng giải quyết)', refused: ' (từ chối)' }

export const registerColumns: readonly { title: string; share: number }[] = [
  { title: 'STT', share: 1.1 }, { title: 'Mã hồ sơ', share: 3 }, { title: 'Tên thủ tục hành chính', share: 5 }, { title: 'Tên cá nhân, tổ chức', share: 3.2 }, { title: 'Địa chỉ, số điện thoại', share: 4 },
  { title: 'Cơ quan chủ trì giải quyết', share: 3 }, { title: 'Nhận hồ sơ', share: 2 }, { title: 'Hẹn trả kết quả', share: 2 }, { title: 'Trả kết quả', share: 2.2 }, { title: 'Phương thức', share: 1.8 }, { title: 'Ký nhận', share: 1.6 },
]

const when = (instant: string | undefined): string => (instant === undefined ? '' : shortTimeWords(instant))

/** Whoever gets the result online signs nowhere; the last column stays empty for a pen. */
export const registerRow = ({ number, code, procedure, applicant, contact, agency, receivedAt, dueAt, endedAt, channel, outcome }: RegisterEntry): string[] => [
  String(number), code, procedure, applicant, contact, agency, when(receivedAt), when(dueAt), when(endedAt) + (endedAt === undefined ? '' : notReturned[outcome ?? ''] ?? ''), ways[channel], '',
]

export const registerClosing = ({ year, total, closed, madeAt }: RegisterModel): string | undefined => {
  if (total === undefined) return undefined
  const counted = `Sổ năm ${year} có ${total} hồ sơ, đánh số liên tục từ 01 đến ${String(total).padStart(2, '0')}`
  return closed ? `${counted}. Khóa sổ ngày 31 tháng 12 năm ${year}.` : `${counted}, tính đến ${dayWords(madeAt)}; sổ chưa khóa.`
}
