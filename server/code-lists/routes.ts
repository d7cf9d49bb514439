// Code lists (danh mục): open to everyone to read, on any day and in any version; administrators add versions.
import { Hono, type Context } from 'hono'
import { versionOn } from '#core/code-list/in-force.ts'
import { vietnamDate } from '#core/text/format.ts'
import type { CodeListImport, CodeListSummary } from '#schemas/generated/types.ts'
import type { Deps } from '../deps.ts'
import type { AppEnv } from '../http/context.ts'
import { requireIfMatch, setEtag } from '../http/precondition.ts'
import { ProblemError } from '../http/problem-response.ts'
import { codeListLimits, readBody } from '../http/read-body.ts'
import { requirePermission } from '../organisation/require-permission.ts'
import { importCodeList } from './import-code-list.ts'
import { createCodeListRepository, withoutId, type ListedVersion } from './repository.ts'

const listId = (c: Context<AppEnv>): string => {
  const id = c.req.param('id') ?? ''
  if (!/^[a-z][A-Za-z0-9-]{0,63}$/.test(id)) throw new ProblemError('not-found')
  return id
}

const versionNumber = (c: Context<AppEnv>): number => {
  const text = c.req.param('number') ?? ''
  if (!/^[1-9][0-9]{0,8}$/.test(text)) throw new ProblemError('not-found')
  return Number(text)
}

/** The version in force that day; the latest where none is, so that a list that ended or has not begun is still found. */
const shownOn = (versions: readonly ListedVersion[], on: string): ListedVersion => versionOn(versions, on) ?? versions.at(-1)!

const summarise = (versions: readonly ListedVersion[], on: string): CodeListSummary[] => {
  const byId = new Map<string, ListedVersion[]>()
  for (const version of versions) byId.set(version.id, [...(byId.get(version.id) ?? []), version])
  return [...byId.values()].map((each) => ({ ...shownOn(each, on), latest: each.at(-1)!.number }))
}

export const codeListRoutes = (deps: Pick<Deps, 'database' | 'now'>): Hono<AppEnv> => {
  const lists = createCodeListRepository(deps.database)
  const dayOf = (c: Context<AppEnv>): string => {
    const on = c.req.query('on')
    return on !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : vietnamDate(Date.parse(deps.now()))
  }
  const versionsOf = async (c: Context<AppEnv>): Promise<ListedVersion[]> => {
    const versions = await lists.versionsOf(listId(c))
    if (versions.length === 0) throw new ProblemError('not-found')
    return versions
  }
  return new Hono<AppEnv>()
    .get('/', async (c) => c.json({ codeLists: summarise(await lists.listVersions(), dayOf(c)) }))
    .get('/:id', async (c) => {
      const versions = await versionsOf(c)
      setEtag(c, versions.at(-1)!.number)
      return c.json(await lists.find(listId(c), shownOn(versions, dayOf(c)).number))
    })
    .get('/:id/versions', async (c) => {
      const versions = await versionsOf(c)
      setEtag(c, versions.at(-1)!.number)
      return c.json({ versions: versions.map(withoutId) })
    })
    .get('/:id/versions/:number', async (c) => {
      const list = await lists.find(listId(c), versionNumber(c))
      if (!list) throw new ProblemError('not-found')
      return c.json(list)
    })
    .put('/:id', async (c) => {
      const actor = await requirePermission(c, 'codeList.manage')
      const given = await readBody<CodeListImport>(c, 'api/code-list-import', codeListLimits)
      const changes = await importCodeList(deps)(actor, listId(c), given.dryRun ? undefined : requireIfMatch(c), given)
      if (changes.number !== undefined) setEtag(c, changes.number)
      return c.json(changes, changes.number === undefined ? 200 : 201)
    })
}
