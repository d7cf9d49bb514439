import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inviteFirstAdministrator } from '../../../server/accounts/first-administrator.ts'
import { choosePassword } from '../../../server/accounts/password-links.ts'
import { readConfig } from '../../../server/config.ts'
import { createDeps, type Deps } from '../../../server/deps.ts'

const email = 'quantri@coquan.gov.vn'

describe('an office that begins with nobody', () => {
  let dataDir: string
  let deps: Deps
  const open = async (adminEmail?: string): Promise<void> => {
    deps = await createDeps(readConfig({ DATA_DIR: dataDir, MOTCUA_DEMO: '0', LOG_LEVEL: 'silent', ...(adminEmail && { ADMIN_EMAIL: adminEmail }) }), { passwordCost: 10 })
  }
  beforeEach(() => { dataDir = mkdtempSync(join(tmpdir(), 'motcua-first-')) })
  afterEach(async () => {
    await deps.database.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const invite = async (): Promise<string> => {
    const link = await inviteFirstAdministrator(deps)
    return (link as { link: string }).link.split('#')[1]!
  }

  it('asks for one to be named, and makes nobody by itself', async () => {
    await open()
    expect(await inviteFirstAdministrator(deps)).toBe('none')
    expect(await deps.database.read('SELECT * FROM "user"')).toEqual([])
  })

  it('gives who was named a link at each start until they have a password, and none after', async () => {
    await open('QuanTri@coquan.gov.vn')
    await invite()
    const token = await invite()
    expect(await deps.database.read('SELECT "email" FROM "user"')).toEqual([{ email }])
    await choosePassword(deps)({ token, password: 'mưa rào trên mái ngói' }, undefined)
    expect((await deps.identity.signIn(email, 'mưa rào trên mái ngói', new Headers()))?.session.roles).toEqual(['administrator'])
    expect(await inviteFirstAdministrator(deps)).toBeUndefined()
    expect((await deps.database.read<{ kind: string }>('SELECT kind FROM organisation_change ORDER BY number')).map(({ kind }) => kind)).toEqual(['account', 'password-link', 'password-link', 'password'])
  })

  it('gives no rights to an account that is somebody else’s', async () => {
    await open(email)
    await deps.identity.createAccount({ email, name: 'Người dân', roles: ['applicant'], password: 'mưa rào trên mái ngói' })
    await expect(inviteFirstAdministrator(deps)).rejects.toThrow('ADMIN_EMAIL')
    expect(() => readConfig({ ADMIN_EMAIL: 'không phải' })).toThrow('ADMIN_EMAIL')
  })
})
