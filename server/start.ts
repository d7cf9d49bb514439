// `npm start`: builds the pages if need be, opens the database, fills the demonstration and says where everything is.
import { demoAccounts, demoPassword } from './accounts/demo-accounts.ts'
import { inviteFirstAdministrator } from './accounts/first-administrator.ts'
import { buildPages } from './build-pages.ts'
import { readConfig, type Config } from './config.ts'
import type { Deps } from './deps.ts'
import { ProblemError } from './http/problem-response.ts'
import { startServer } from './main.ts'

const describeAccounts = (): string => {
  const rows = Object.values(demoAccounts).map(({ email, name, roles }) => `  ${email.padEnd(28)}${name.padEnd(22)}${roles.join(', ')}`)
  return `Demonstration accounts, all with the password ${demoPassword}:\n${rows.join('\n')}`
}

const announce = (config: Config, port: number): void => {
  const origin = config.publicUrl.endsWith(`:${config.port}`) ? config.publicUrl.replace(/:\d+$/, `:${port}`) : config.publicUrl
  console.log(`Ready: citizens ${origin}/  officers ${origin}/desk  administrators ${origin}/designer`)
  if (config.demo) console.log(describeAccounts())
}

const announceAdministrator = async (deps: Deps): Promise<void> => {
  // Started again and again within an hour: the link that was printed last still works.
  const invited = await inviteFirstAdministrator(deps).catch((error: unknown) => {
    if (error instanceof ProblemError) return undefined
    throw error
  })
  if (invited === 'none') console.log('There is no administrator yet: start with ADMIN_EMAIL=name@agency.gov.vn to get a link for the first one')
  else if (invited) console.log(`The administrator ${deps.config.adminEmail} chooses a password here, once, until ${invited.endsAt}:\n  ${invited.link}`)
}

// Anything unforeseen ends the process: what was acknowledged is on disk, and a fresh start is a known state.
const die = (error: unknown): void => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

const start = async (): Promise<void> => {
  const config = readConfig(process.env)
  if (!config.pagesChange) await buildPages(config.webDir, config.plainDir)
  const server = await startServer(config, die)
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    server.stop().then(() => process.exit(0), die)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  announce(config, server.port)
  if (!config.demo) await announceAdministrator(server.deps)
}

process.on('unhandledRejection', die)
start().catch(die)
