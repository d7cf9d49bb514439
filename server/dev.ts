// `npm run dev`: the pages are built again at every change of their sources, the server restarts at every change of its own.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { readConfig } from './config.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const { webDir } = readConfig(process.env)

await build({ root, logLevel: 'warn', build: { outDir: webDir, watch: {}, emptyOutDir: false } })

const tsx = createRequire(import.meta.url).resolve('tsx/cli')
const server = spawn(process.execPath, [tsx, 'watch', '--clear-screen=false', 'server/start.ts'], { cwd: root, stdio: 'inherit', env: { ...process.env, MOTCUA_DEV: '1' } })
const stop = (): void => void server.kill('SIGTERM')
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
server.once('exit', (code) => process.exit(code ?? 0))
