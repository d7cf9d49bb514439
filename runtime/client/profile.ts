// What a person keeps with us to be asked once only: read, saved, forgotten, and filled from what they filed.
import type { Attribute, Profile, ProfileChanges, ProfileView } from '#schemas/generated/types.ts'
import { type Reply, request } from './http.ts'

export const getProfile = (): Promise<Reply<ProfileView>> => request('GET', '/api/profile')

export const saveProfile = (version: number, profile: Profile): Promise<Reply<{ version: number, profile: Profile }>> =>
  request('PUT', '/api/profile', { ifMatch: version, body: profile })

export const forgetProfile = (): Promise<Reply<undefined>> => request('DELETE', '/api/profile')

/** What a filed dossier says that the profile does not. */
export const listProfileChanges = (dossier: string): Promise<Reply<ProfileChanges>> => request('GET', `/api/profile/dossiers/${dossier}`)

export const keepInProfile = (dossier: string, attributes: readonly Attribute[]): Promise<Reply<{ profile: Profile }>> =>
  request('POST', `/api/profile/dossiers/${dossier}`, { body: { attributes } })
