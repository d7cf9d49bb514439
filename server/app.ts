// Puts the site together: what every request passes, the features, the pages. Runs without a port, so that tests can
// ask it directly.
import { Hono } from 'hono'
import { accountRoutes } from './accounts/account-routes.ts'
import { sessionRoutes } from './accounts/routes.ts'
import type { Deps } from './deps.ts'
import { features, withShared } from './features.ts'
import type { AppEnv } from './http/context.ts'
import { answerErrors } from './http/error-handling.ts'
import { guardOrigin, guardSession, guardShape } from './http/guards.ts'
import { healthRoutes, schemaFileRoutes } from './http/open-routes.ts'
import { pageRoutes } from './http/pages.ts'
import { prepareRequest } from './http/prepare-request.ts'
import { securityHeaders } from './http/security-headers.ts'
import { statusRoutes } from './integrations/status.ts'
import { plainRoutes } from './plain/routes.ts'

export const createApp = (deps: Deps): Hono<AppEnv> => {
  const app = new Hono<AppEnv>()
  answerErrors(app, deps)
  app.use(prepareRequest(deps), securityHeaders(deps.config), guardShape, guardOrigin(deps.config), guardSession)

  app.route('/healthz', healthRoutes(deps))
  app.route('/schemas', schemaFileRoutes())
  app.route('/api/session', sessionRoutes(deps))
  app.route('/api/accounts', accountRoutes(deps))
  app.route('/api/status', statusRoutes(deps))
  for (const [path, routes] of Object.entries(features(deps))) app.route(path, routes)
  app.route('/', plainRoutes(withShared(deps), (request, env) => app.fetch(request, env as never)))
  app.route('/', pageRoutes(deps.config))
  return app
}
