// What goes with a filed dossier: its QR code, the papers that the office issued, the rating after its end.
import type { Locale } from '#core/text/localise.ts'
import type { RatingView } from '#schemas/generated/types.ts'
import { type Reply, request } from './http.ts'

export const qrUrl = (dossier: string): string => `/api/dossiers/${dossier}/qr.svg`

/** What was filed, as the printed form. */
export const filledFormUrl = (dossier: string, locale: Locale): string => `/api/dossiers/${dossier}/form.pdf?lang=${locale}`

export const paperUrl = (dossier: string, paper: string): string => `/api/dossiers/${dossier}/papers/${paper}.pdf`

export const getRating = (dossier: string): Promise<Reply<RatingView>> => request('GET', `/api/dossiers/${dossier}/rating`)

export const rateDossier = (dossier: string, answers: Record<string, unknown>): Promise<Reply<RatingView>> => request('PUT', `/api/dossiers/${dossier}/rating`, { body: { answers } })
