import { describe, expect, it } from 'vitest'
import { assertDurable, openPostgres } from '../../../../server/db/postgres/open-postgres.ts'
import { postgresUrl, startPostgresServer } from '../../../support/postgres.ts'

describe('openPostgres', () => {
  it('refuses a server that may lose what it acknowledged', async () => {
    const { port, stop } = await startPostgresServer(['-c', 'synchronous_commit=off'])
    await expect(openPostgres(postgresUrl(port, 'postgres'))).rejects.toThrow('synchronous_commit')
    await stop()
  })

  it.each(['fsync', 'full_page_writes', 'synchronous_commit'])('looks at %s', async (unsafe) => {
    const answer = async (sql: string) => {
      const setting = sql.replace('SHOW ', '')
      return { rows: [{ [setting]: setting === unsafe ? 'off' : 'on' }] }
    }
    await expect(assertDurable(answer)).rejects.toThrow(unsafe)
  })
})
