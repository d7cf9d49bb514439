// First passwords, and new ones for who forgot theirs: an administrator makes a link, sent by letter or shown once, and the person
// chooses the password with it. No administrator ever knows one. A link works once, for some days, and replaces those before it.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { judgePassword } from '#core/access/judge-password.ts'
import type { Locale } from '#core/text/localise.ts'
import type { PasswordLink, Session, SetPassword } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'
import type { Write } from '../db/unit-of-work.ts'
import { ProblemError } from '../http/problem-response.ts'
import { takeTurn } from '../http/rate-limit.ts'
import { limits } from '../limits.ts'
import type { KnownPerson } from './identity.ts'
import { noteAccount } from './note-account.ts'
import { passwordLetter } from './password-letter.ts'

type Needs = Pick<Deps, 'database' | 'identity' | 'mail' | 'now' | 'config'>

const kind = 'choose-password:'
// Only a digest is kept: whoever reads the database can open no account.
const digestOf = (token: string): string => kind + createHash('sha256').update(token).digest('hex')

const removeLinksOf = (accountId: string): Write => ({ sql: `DELETE FROM "verification" WHERE "value" = ? AND "identifier" LIKE '${kind}%'`, parameters: [accountId] })

const insertLink = (accountId: string, token: string, now: string, endsAt: string): Write => ({
  sql: 'INSERT INTO "verification" ("id", "identifier", "value", "expiresAt", "createdAt", "updatedAt") VALUES (?, ?, ?, ?, ?, ?)',
  parameters: [randomUUID(), digestOf(token), accountId, endsAt, now, now], expect: 1,
})

const noLetters = {
  vi: 'Chưa gửi được thư lúc này. Hãy chọn cách trao liên kết tận tay, hoặc thử lại sau.',
  en: 'Letters cannot be sent at the moment. Hand the link over instead, or try again later.',
}

const send = async ({ mail }: Needs, { name, email }: KnownPerson, link: string, endsAt: string, locale: Locale): Promise<void> => {
  const isSent = await mail.checkConfig() === undefined
    && await mail.send({ id: `password:${randomUUID()}`, to: email, language: locale, ...passwordLetter(locale, { name, link, endsAt }) }).then(() => true, () => false)
  if (!isSent) throw new ProblemError('integration-down', [], noLetters)
}

/** For somebody who works for the office; citizens keep their own passwords. */
export const makePasswordLink = (deps: Needs) => async (actor: Pick<Session, 'id' | 'name'>, accountId: string, by: 'letter' | 'hand', locale: Locale): Promise<PasswordLink> => {
  const { database, identity, now, config } = deps
  const person = await identity.findPerson(accountId)
  if (!person || person.roles.every((role) => role === 'applicant')) throw new ProblemError('not-found')
  if (person.suspended) throw new ProblemError('invalid-body', [{ pointer: '', code: 'officer.suspended' }])
  await takeTurn(database, `password-link:${accountId}`, limits.passwordLinksPerAccount, now())
  const token = randomBytes(32).toString('base64url')
  const endsAt = new Date(Date.parse(now()) + limits.passwordLinkMs).toISOString()
  await noteAccount(deps, { kind: 'password-link', account: accountId, by }, actor, (note) => database.commit([note, removeLinksOf(accountId), insertLink(accountId, token, now(), endsAt)]))
  // Behind the # it reaches no server, no log and no other site.
  const link = `${config.publicUrl}/desk/mat-khau#${token}`
  if (by === 'hand') return { endsAt, link }
  await send(deps, person, link, endsAt, locale)
  return { endsAt, sentTo: person.email }
}

const overTexts = {
  vi: 'Liên kết này đã dùng, đã hết hạn hoặc đã có liên kết mới thay. Hãy xin người quản trị một liên kết khác.',
  en: 'This link was used, has ended, or was replaced by a newer one. Ask your administrator for another.',
}

interface OpenLink {
  accountId: string
  person: KnownPerson
}

/** Whose link it is. Guessing is hopeless, and slowed down besides. */
export const openPasswordLink = ({ database, identity, now }: Needs) => async (token: string, network: string | undefined): Promise<OpenLink> => {
  if (network !== undefined) await takeTurn(database, `password-from:${network}`, limits.passwordTriesPerAddress, now())
  const [row] = await database.read<{ value: string; expiresAt: string | Date }>('SELECT "value", "expiresAt" FROM "verification" WHERE "identifier" = ?', [digestOf(token)])
  const person = row && new Date(row.expiresAt).getTime() > Date.parse(now()) ? await identity.findPerson(row.value) : undefined
  if (!row || !person || person.suspended) throw new ProblemError('not-found', [], overTexts)
  return { accountId: row.value, person }
}

export const choosePassword = (deps: Needs) => async ({ token, password }: SetPassword, network: string | undefined): Promise<KnownPerson> => {
  const { accountId, person } = await openPasswordLink(deps)(token, network)
  const issues = judgePassword(password, person)
  if (issues.length > 0) throw new ProblemError('invalid-body', issues)
  const used: Write = { sql: 'DELETE FROM "verification" WHERE "identifier" = ?', parameters: [digestOf(token)], expect: 1, conflict: 'not-found' }
  await noteAccount(deps, { kind: 'password', account: accountId }, { id: accountId, name: person.name }, (note) => deps.identity.setPassword(accountId, password, [used, removeLinksOf(accountId), note]))
  return person
}
