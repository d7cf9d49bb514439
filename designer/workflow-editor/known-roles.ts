// The roles that accounts of an office can have, as a document names them.
import type { Role } from '#schemas/generated/types.ts'

export const knownRoles: Role[] = [
  { id: 'one-stop', title: 'Bộ phận Một cửa', 'x-i18n': { en: { title: 'One-stop desk' } } },
  { id: 'specialist', title: 'Chuyên viên', 'x-i18n': { en: { title: 'Specialist' } } },
  { id: 'unit-head', title: 'Lãnh đạo phòng', 'x-i18n': { en: { title: 'Head of unit' } } },
  { id: 'head', title: 'Lãnh đạo cơ quan', 'x-i18n': { en: { title: 'Head of agency' } } },
  { id: 'clerk', title: 'Văn thư', 'x-i18n': { en: { title: 'Records clerk' } } },
]
