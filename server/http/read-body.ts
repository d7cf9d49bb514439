// Reads a JSON request body so that nothing surprising comes through: right type, bounded while it streams, not too
// deep, clean, and of the shape that schemas/ says. Every refusal is a problem with a place.
import type { Context } from 'hono'
import { limits } from '../limits.ts'
import { cleanJson, isDeeperThan } from './clean-json.ts'
import type { AppEnv } from './context.ts'
import { ProblemError } from './problem-response.ts'
import { judgeShape } from './schemas.ts'

export interface BodyLimits {
  bytes?: number
  depth?: number
}

export const submissionLimits: BodyLimits = { bytes: limits.submissionBytes, depth: limits.bodyDepth }
export const codeListLimits: BodyLimits = { bytes: limits.codeListBytes, depth: limits.bodyDepth }
export const documentLimits: BodyLimits = { bytes: limits.documentBytes, depth: limits.documentDepth }
export const packageLimits: BodyLimits = { bytes: limits.packageBytes, depth: limits.documentDepth + 2 }

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

const isJson = (contentType: string | undefined): boolean => {
  const [type, ...parameters] = (contentType ?? '').toLowerCase().split(';').map((part) => part.trim())
  return type === 'application/json' && parameters.every((parameter) => parameter === '' || /^charset="?utf-8"?$/.test(parameter))
}

export const requireJsonType = (c: Context<AppEnv>): void => {
  const encoding = c.req.header('Content-Encoding')
  if (!isJson(c.req.header('Content-Type')) || (encoding !== undefined && encoding !== 'identity')) throw new ProblemError('unsupported-type')
}

const readChunks = async (stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > most + limits.drainBytes) break
    if (size <= most) chunks.push(chunk)
  }
  if (size > most) throw new ProblemError('too-large')
  return Buffer.concat(chunks)
}

const readBytes = async (c: Context<AppEnv>, most: number): Promise<Uint8Array> => {
  const declared = c.req.header('Content-Length')
  if (declared !== undefined && Number(declared) > most) throw new ProblemError('too-large')
  // node:http delivers no more than the declared length; without one the stream is counted.
  if (declared !== undefined && Object.hasOwn(c.env ?? {}, 'incoming')) return new Uint8Array(await c.req.arrayBuffer())
  return c.req.raw.body ? readChunks(c.req.raw.body, most) : new Uint8Array()
}

const decode = (bytes: Uint8Array): string => {
  try {
    return decoder.decode(bytes)
  } catch {
    throw new ProblemError('malformed-body', [{ pointer: '', code: 'body.encoding' }])
  }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new ProblemError('malformed-body', [{ pointer: '', code: 'body.syntax' }])
  }
}

/** The body as clean JSON, whatever its shape. */
export const readJson = async (c: Context<AppEnv>, { bytes = limits.bodyBytes, depth = limits.bodyDepth }: BodyLimits = {}): Promise<{ value: unknown; size: number }> => {
  requireJsonType(c)
  const raw = await readBytes(c, bytes)
  const text = decode(raw)
  if (isDeeperThan(text, depth)) throw new ProblemError('invalid-body', [{ pointer: '', code: 'body.depth', params: { limit: depth } }])
  const cleaned = cleanJson(parse(text))
  if ('fault' in cleaned) throw new ProblemError('invalid-body', [cleaned.fault])
  return { value: cleaned.value, size: raw.length }
}

/** The body in the shape of `schemas/<schema>.schema.json`; 422 with every place otherwise. */
export const readBody = async <Shape>(c: Context<AppEnv>, schema: string, bodyLimits?: BodyLimits): Promise<Shape> => {
  const { value, size } = await readJson(c, bodyLimits)
  const issues = judgeShape(schema, value, size)
  if (issues.length > 0) throw new ProblemError('invalid-body', issues)
  return value as Shape
}

/** For requests that say everything in their address: the body is `{}`. */
export const readEmptyBody = async (c: Context<AppEnv>): Promise<void> => {
  const { value } = await readJson(c)
  if (JSON.stringify(value) !== '{}') throw new ProblemError('invalid-body', [{ pointer: '', code: 'body.type', params: { type: '{}' } }])
}
