// What somebody asks who chooses a password with a link: whose it is, and to take the password.
import { request, type Reply } from './http.ts'

export interface LinkedPerson {
  name: string
  email: string
}

export const openPasswordLink = (token: string): Promise<Reply<LinkedPerson>> => request('POST', '/api/accounts/password-link', { body: { token } })

export const choosePassword = (token: string, password: string): Promise<Reply<LinkedPerson & { roles: string[] }>> => request('POST', '/api/accounts/password', { body: { token, password } })
