// What the designer asks the server about the organisation. Every change names the version that was seen and is answered with
// the whole as it is then.
import { request, type Reply } from '#runtime/client/http.ts'
import type { Approvers, NewOfficer, NewSubstitution, OrganisationView, PasswordLink, SetMemberships, Unit } from '#schemas/generated/types.ts'

const place = '/api/designer/organisation'
const at = (part: string, id: string): string => `${place}/${part}/${encodeURIComponent(id)}`

type Told = Promise<Reply<OrganisationView>>

export const fetchOrganisation = (): Told => request('GET', place)
export const saveUnit = (seen: number, unit: Unit): Told => request('PUT', at('units', unit.id), { body: unit, ifMatch: seen })
export const removeUnit = (seen: number, id: string): Told => request('DELETE', at('units', id), { ifMatch: seen })
export const setMemberships = (seen: number, account: string, places: SetMemberships): Told => request('PUT', `${at('people', account)}/memberships`, { body: places, ifMatch: seen })
/** Which unit approves which part of a change. */
export const setApprovers = (seen: number, approvers: Approvers): Told => request('PUT', `${place}/approvers`, { body: approvers, ifMatch: seen })
export const addSubstitution = (seen: number, wanted: NewSubstitution): Told => request('POST', `${place}/substitutions`, { body: wanted, ifMatch: seen })
export const endSubstitution = (seen: number, id: string): Told => request('DELETE', at('substitutions', id), { ifMatch: seen })

const accounts = '/api/accounts'

export const createOfficer = (seen: number, officer: NewOfficer): Told => request('POST', accounts, { body: officer, ifMatch: seen })

/** With it the person chooses their password, the first one or a new one. */
export const makePasswordLink = (id: string, by: 'letter' | 'hand'): Promise<Reply<PasswordLink>> => request('POST', `${accounts}/${encodeURIComponent(id)}/password-link`, { body: { by } })

/** Ends all sessions of an account and lets it begin no new one, until it is restored. */
export const suspendAccount = (id: string, suspended: boolean): Promise<Reply<{ suspended: boolean }>> => request('PUT', `${accounts}/${encodeURIComponent(id)}/suspension`, { body: { suspended } })
