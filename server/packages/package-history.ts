// The history that travels with a package: releases chained by hashes, so that one that is changed, left out or slipped in is found.
// Names of people stay at home.
import { createHash } from 'node:crypto'
import { canonicalJson } from '#core/procedure/canonical-json.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { PackageHistory, ProcedurePackage } from '#schemas/generated/types.ts'
import { contentHash } from '../procedures/content-hash.ts'

export type PastRelease = Pick<PackageHistory, 'revision' | 'at' | 'comment' | 'legalBasis'>

const hashOf = ({ prev, ...said }: Omit<PackageHistory, 'hash'>): string => createHash('sha256').update(prev + canonicalJson(said)).digest('hex')

export const chainHistory = (releases: readonly PastRelease[]): PackageHistory[] =>
  releases.reduce<PackageHistory[]>((chain, { revision, at, comment, legalBasis }) => {
    const entry = { revision, at, ...(comment !== undefined && { comment }), ...(legalBasis !== undefined && { legalBasis }), prev: chain.at(-1)?.hash ?? '' }
    return [...chain, { ...entry, hash: hashOf(entry) }]
  }, [])

/** As it was before it was chained. */
export const unchained = (history: readonly PackageHistory[]): PastRelease[] => history.map(({ prev: _prev, hash: _hash, ...said }) => said)

/** What is not as it was written, each with its place in the package. */
export const judgePackage = ({ document, revision, history }: ProcedurePackage): Issue[] => {
  const broken = history.flatMap(({ hash, ...entry }, i): Issue[] =>
    (entry.prev !== (history[i - 1]?.hash ?? '') || hashOf(entry) !== hash ? [{ pointer: `/history/${i}`, code: 'package.chain' }] : []))
  const last = history.length - 1
  return [
    ...(contentHash(document) === revision ? [] : [{ pointer: '/revision', code: 'package.hash' }]),
    ...(last >= 0 && history[last]!.revision !== revision ? [{ pointer: `/history/${last}/revision`, code: 'package.end' }] : []),
    ...broken,
  ]
}
