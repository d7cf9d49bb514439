// Numbers that identify a person or an enterprise, and ways to reach them, as people type them: spaces and dots between
// digits are no part of most of them, and part of some.
const bare = (typed: string): string => typed.replace(/[\s.]/g, '')

const readers: Record<string, (typed: string) => string> = {
  passport: (typed) => bare(typed).toUpperCase(),
  personIdOrPassport: (typed) => bare(typed).toUpperCase(),
  vehiclePlate: (typed) => typed.trim().replace(/\s+/g, ' ').toUpperCase(),
  wasteCode: (typed) => typed.replace(/\D/g, '').replace(/^(\d{2})(\d{2})(\d{2})$/, '$1 $2 $3'),
  website: (typed) => (/^[\w-]+(\.[\w-]+)+(\/|$)/.test(typed.trim()) ? `https://${typed.trim()}` : typed.trim()),
  time: (typed) => typed.trim().replace(/^(\d{1,2})\s*(?:h|g|:|\.|giờ)\s*(\d{2})$/i, (_all, hour: string, minute: string) => `${hour.padStart(2, '0')}:${minute}`),
  email: (typed) => typed.trim(),
}

/** The answer that a text stands for, by the field type that asks for it. */
export const readIdentity = (typed: string, field: string | undefined): string => (readers[field ?? ''] ?? bare)(typed)
