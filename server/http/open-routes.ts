// What the server says about itself to anyone: that it is alive, and the product's own schema files.
import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import type { AppEnv } from './context.ts'
import { ProblemError } from './problem-response.ts'
import { schemaTexts } from './schemas.ts'

export const healthRoutes = ({ database, config }: Pick<Deps, 'database' | 'config'>): Hono<AppEnv> => new Hono<AppEnv>()
  .get('/', async (c) => {
    await database.read('SELECT 1')
    // A demonstration offers its accounts on the sign-in page.
    return c.json({ status: 'ok', ...(config.demo && { demo: true }) })
  })

export const schemaFileRoutes = (): Hono<AppEnv> => new Hono<AppEnv>()
  .get('/', (c) => c.json({ schemas: [...schemaTexts.keys()].map((file) => `/schemas/${file}`) }))
  .get('/*', (c) => {
    const text = schemaTexts.get(c.req.path.slice('/schemas/'.length))
    if (!text) throw new ProblemError('not-found')
    return c.body(text, 200, { 'Content-Type': 'application/schema+json', 'Cache-Control': 'public, max-age=300' })
  })
