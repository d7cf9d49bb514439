// The secret that signs sessions: made at the first start, kept in the data folder, readable by its owner only.
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const leastLength = 32

export const readSecret = (file: string): string => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  try {
    // 'wx': of two processes that start together, one makes it and both read it.
    writeFileSync(file, randomBytes(48).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error
  }
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < leastLength) throw new Error(`The secret in ${file} is shorter than ${leastLength} characters`)
  return secret
}
