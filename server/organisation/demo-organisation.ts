// The organisation of the demonstration: an authority with three units, its officers, a desk that is open on Saturday mornings
// too, and a colleague on leave whom another stands in for. Only into an office that has entered nothing itself.
import type { NewSubstitution, OfficeCalendar, Unit } from '#schemas/generated/types.ts'
import { addDays } from '#core/deadline/working-calendar.ts'
import { vietnamDate } from '#core/text/format.ts'
import { demoAccounts, type DemoPerson } from '../accounts/demo-accounts.ts'
import type { Deps } from '../deps.ts'
import { createCalendarRepository, defaultCalendar } from './calendar-repository.ts'
import { addSubstitution, saveUnit, setMemberships, type Changing } from './change-organisation.ts'
import { createOrganisationRepository } from './organisation-repository.ts'

const deskCalendar = 'bo-phan-mot-cua'

const unit = (id: string, name: string, en: string, more: Partial<Unit> = {}): Unit => ({ id, name, 'x-i18n': { en: { name: en } }, ...more })

const units: Unit[] = [
  unit('co-quan', 'Cơ quan giải quyết thủ tục', 'Office for procedures', { code: 'H26' }),
  unit('mot-cua', 'Bộ phận Một cửa', 'One-stop desk', { code: 'H26.01', parent: 'co-quan', calendar: deskCalendar }),
  unit('chuyen-mon', 'Phòng chuyên môn', 'Specialist division', { code: 'H26.02', parent: 'co-quan' }),
  unit('lanh-dao', 'Lãnh đạo', 'Heads', { code: 'H26.03', parent: 'co-quan' }),
]

const places: Partial<Record<DemoPerson, string>> = { oneStop: 'mot-cua', specialist: 'chuyen-mon', colleague: 'chuyen-mon', head: 'lanh-dao' }

const withSaturdays = (calendar: OfficeCalendar): OfficeCalendar => ({
  ...calendar, title: 'Bộ phận Một cửa, có sáng thứ Bảy', 'x-i18n': { en: { title: 'One-stop desk, open on Saturday mornings' } },
  weekend: [0], weekdayHours: { 6: [{ from: '07:30', to: '11:30' }] },
})

const leaveDays = 180

export const loadDemoOrganisation = async (deps: Deps, author: string): Promise<void> => {
  const { database, now } = deps
  const organisation = createOrganisationRepository(database)
  if (await organisation.version() > 0) return
  const calendars = createCalendarRepository(database)
  const usual = await calendars.find(defaultCalendar)
  if (!(await calendars.find(deskCalendar))) await database.commit([calendars.insert(deskCalendar, 1, withSaturdays(usual!.calendar), author, now())])
  const next = async (): Promise<Changing> => ({ actor: { id: 'demo', name: author }, seen: await organisation.version() })
  for (const each of units) await saveUnit(deps)(await next(), each)
  const people = await organisation.listPeople()
  const idOf = (who: DemoPerson): string => people.find(({ email }) => email === demoAccounts[who].email)!.id
  for (const [who, at] of Object.entries(places) as [DemoPerson, string][]) {
    const memberships = demoAccounts[who].roles.map((role) => ({ unit: at, role }))
    await setMemberships(deps)(await next(), idOf(who), { memberships })
  }
  const today = vietnamDate(now())
  const leave: NewSubstitution = { absent: idOf('colleague'), substitute: idOf('specialist'), from: today, to: addDays(today, leaveDays), reason: 'Nghỉ thai sản' }
  await addSubstitution(deps)(await next(), leave)
}
