// Opens everything, listens, and closes everything again in order: no new requests, the running ones, jobs, database.
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { seed } from './db/seed.ts'
import { createDeps, type Deps } from './deps.ts'
import { startJobs } from './jobs/jobs.ts'
import { limits } from './limits.ts'

export interface RunningServer {
  port: number
  deps: Deps
  stop: () => Promise<void>
}

const listen = (deps: Deps): Promise<{ server: Server; port: number }> =>
  new Promise((resolve, reject) => {
    const server = serve({
      fetch: createApp(deps).fetch,
      port: deps.config.port,
      hostname: deps.config.host,
      serverOptions: { headersTimeout: limits.headersTimeoutMs, requestTimeout: limits.requestTimeoutMs, keepAliveTimeout: limits.keepAliveTimeoutMs },
    }, ({ port }) => resolve({ server, port })) as Server
    server.maxConnections = limits.connections
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${deps.config.port} is taken; choose another with PORT=…`) : error)
    })
  })

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), limits.stopWaitMs).unref()
  })

export const startServer = async (config: Config, onDeath?: (error: Error) => void): Promise<RunningServer> => {
  const deps = await createDeps(config, onDeath ? { onDeath } : {})
  try {
    if (config.demo) await seed(deps)
    const { server, port } = await listen(deps)
    const jobs = startJobs(deps)
    return {
      port,
      deps,
      stop: async () => {
        await closeServer(server)
        await jobs.stop()
        await deps.database.close()
      },
    }
  } catch (error) {
    await deps.database.close()
    throw error
  }
}
