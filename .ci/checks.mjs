// Types, lint and build, side by side: they need nothing of each other. Each is told whole when it ends; one that fails fails all.
import { spawn } from 'node:child_process'

const checks = ['check:types', 'lint', 'build']

const run = (check) => new Promise((resolve) => {
  const child = spawn('npm', ['run', check], { shell: process.platform === 'win32' })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk))
  child.on('error', (error) => said.push(Buffer.from(`${error}\n`)))
  child.on('close', (code) => {
    process.stdout.write(Buffer.concat(said))
    if (code !== 0) console.error(`${check} failed`)
    resolve(code === 0)
  })
})

const passed = await Promise.all(checks.map(run))
process.exitCode = passed.every(Boolean) ? 0 : 1
