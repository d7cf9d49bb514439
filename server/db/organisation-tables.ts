// The tables of the organisation as Kysely sees them: working calendars, units, who belongs to which, who stands in for whom.
export interface CalendarVersionTable {
  calendar_id: string
  number: number
  /** JSON text of the OfficeCalendar. */
  content: string
  saved_at: string
  saved_by: string
}

export interface UnitTable {
  id: string
  parent_id: string | null
  name: string
  name_en: string | null
  calendar_id: string | null
  /** By which procedures name it. */
  code: string | null
  place: number
}

/** Where somebody acts, also for the units above their own. */
export interface StaffedPlaceTable {
  code: string
  role: string
}

export interface MembershipTable {
  account_id: string
  unit_id: string
  role: string
}

export interface SubstitutionTable {
  id: string
  absent_id: string
  substitute_id: string
  from_day: string
  to_day: string
  reason: string
}

export interface OrganisationChangeTable {
  number: number
  at: string
  actor_id: string
  actor: string
  kind: string
  /** JSON text of what was asked for. */
  content: string
}
