// The people of the demonstration: one account for each part that somebody plays.
import type { NewAccount } from './identity.ts'

export const demoPassword = 'MotCua-2026'

const account = (email: string, name: string, roles: string[], unit?: string): NewAccount => ({ email, name, roles, password: demoPassword, ...(unit && { unit }) })

export const demoAccounts = {
  administrator: account('quantri@demo.motcua.vn', 'Nguyễn Quản Trị', ['administrator']),
  reviewer: account('thamdinh@demo.motcua.vn', 'Lê Thẩm Định', ['reviewer']),
  oneStop: account('motcua@demo.motcua.vn', 'Trần Một Cửa', ['one-stop', 'clerk'], 'Bộ phận Một cửa'),
  specialist: account('chuyenvien@demo.motcua.vn', 'Phạm Chuyên Viên', ['specialist'], 'Phòng chuyên môn'),
  colleague: account('dongnghiep@demo.motcua.vn', 'Đỗ Đồng Nghiệp', ['specialist'], 'Phòng chuyên môn'),
  head: account('lanhdao@demo.motcua.vn', 'Hoàng Lãnh Đạo', ['unit-head', 'head'], 'Lãnh đạo'),
  applicant: account('congdan@demo.motcua.vn', 'Vũ Công Dân', ['applicant']),
} as const satisfies Record<string, NewAccount>

export type DemoPerson = keyof typeof demoAccounts
