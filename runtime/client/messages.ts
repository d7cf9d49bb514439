// Messages about a dossier, from the side of its applicant or of the office.
import type { MessageThread } from '#schemas/generated/types.ts'
import { type Reply, request } from './http.ts'

export type MessageSide = 'applicant' | 'office'

const base = (side: MessageSide, dossier: string): string => `/api/${side === 'office' ? 'tasks' : 'dossiers'}/${dossier}/messages`

export const getMessages = (side: MessageSide, dossier: string): Promise<Reply<MessageThread>> => request('GET', base(side, dossier))

export const sendMessage = (side: MessageSide, dossier: string, text: string): Promise<Reply<MessageThread>> => request('POST', base(side, dossier), { body: { text } })

export const markMessagesRead = (side: MessageSide, dossier: string, number: number): Promise<Reply<MessageThread>> => request('PUT', `${base(side, dossier)}/read`, { body: { number } })
