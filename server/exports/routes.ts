// Files made from procedures for people and programs outside: TypeScript types of the answers and empty forms to print,
// for everybody of published revisions at addresses that never change, for designers and reviewers of drafts as they are saved.
import { Hono, type Context } from 'hono'
import { exportName } from '#core/export/file-name.ts'
import type { Locale } from '#core/text/localise.ts'
import type { Info } from '#schemas/generated/types.ts'
import type { AppEnv } from '../http/context.ts'
import { ProblemError } from '../http/problem-response.ts'
import { routeHash, routeId } from '../http/route-id.ts'
import { requirePermission } from '../organisation/require-permission.ts'
import type { DesignerDeps } from '../procedures/designer-deps.ts'
import { createDraftCompiler } from '../procedures/draft-validator.ts'
import { createProcedureRepository, type Draft } from '../procedures/repository.ts'
import type { Revision } from '../procedures/revision.ts'
import { notCompiled } from '../validators/limit-texts.ts'
import { createExports, type MakeExport } from './make-export.ts'

const immutable = 'public, max-age=31536000, immutable'
const unsaved = 'no-store'

const made = async (file: ReturnType<MakeExport>): Promise<NonNullable<Awaited<typeof file>>> => {
  const answer = await file
  // A document that no file can be made of in its limits of time and memory is the document's fault.
  if (answer === undefined) throw new ProblemError('invalid-document', [notCompiled('/form')])
  return answer
}

const types = (text: Awaited<ReturnType<typeof made>>, c: Context<AppEnv>, caching: string): Response =>
  c.body(text, 200, { 'Content-Type': 'application/typescript; charset=utf-8', 'Cache-Control': caching })

/** Vietnamese unless English is asked for. */
const localeOf = (c: Context<AppEnv>): Locale => (c.req.query('lang') === 'en' ? 'en' : 'vi')

const pdf = (bytes: Awaited<ReturnType<typeof made>>, c: Context<AppEnv>, info: Info, caching: string, what = ''): Response =>
  c.body(bytes, 200, { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${exportName(info, `${what}-${localeOf(c)}.pdf`)}"`, 'Cache-Control': caching })

export const publicExportRoutes = ({ revisions }: Pick<DesignerDeps, 'revisions'>, makeExport = createExports()): Hono<AppEnv> => {
  const revisionOf = async (c: Context<AppEnv>): Promise<Revision> => {
    const revision = await revisions.find(routeId(c), routeHash(c))
    if (!revision?.procedure.form) throw new ProblemError('not-found')
    return revision
  }

  return new Hono<AppEnv>()
    .get('/:id/revisions/:hash/types.ts', async (c) => {
      const { hash, schema } = await revisionOf(c)
      return types(await made(makeExport(`${hash}/types`, () => ({ kind: 'types', schema }))), c, immutable)
    })
    .get('/:id/revisions/:hash/form.pdf', async (c) => {
      const { hash, procedure: document, publishedAt: madeAt } = await revisionOf(c)
      const locale = localeOf(c)
      return pdf(await made(makeExport(`${hash}/${locale}`, () => ({ kind: 'form', document, locale, madeAt }))), c, document.info, immutable)
    })
}

export const draftExportRoutes = ({ database }: Pick<DesignerDeps, 'database'>, makeExport = createExports()): Hono<AppEnv> => {
  const procedures = createProcedureRepository(database)
  const compileDraft = createDraftCompiler()

  const draftOf = async (c: Context<AppEnv>, part: 'form' | 'workflow' = 'form'): Promise<Draft> => {
    await requirePermission(c, 'procedure.readDrafts')
    const draft = await procedures.findDraft(routeId(c))
    if (!draft?.document[part]) throw new ProblemError('not-found')
    return draft
  }
  const schemaOf = async (draft: Draft): Promise<string> => {
    const compiled = await compileDraft(draft)
    if ('issues' in compiled) throw new ProblemError('invalid-document', compiled.issues)
    return compiled.schema
  }

  return new Hono<AppEnv>()
    .get('/:id/draft/schema.json', async (c) => c.body(await schemaOf(await draftOf(c)), 200, { 'Content-Type': 'application/schema+json', 'Cache-Control': unsaved }))
    .get('/:id/draft/types.ts', async (c) => {
      const draft = await draftOf(c)
      const schema = await schemaOf(draft)
      return types(await made(makeExport(`${draft.id}/${draft.version}/types`, () => ({ kind: 'types', schema }))), c, unsaved)
    })
    .get('/:id/draft/form.pdf', async (c) => {
      const { id, version, document, savedAt: madeAt } = await draftOf(c)
      const locale = localeOf(c)
      return pdf(await made(makeExport(`${id}/${version}/${locale}`, () => ({ kind: 'form', document, locale, madeAt }))), c, document.info, unsaved)
    })
    .get('/:id/draft/process.pdf', async (c) => {
      const { id, version, document, savedAt: madeAt } = await draftOf(c, 'workflow')
      const locale = localeOf(c)
      return pdf(await made(makeExport(`${id}/${version}/process/${locale}`, () => ({ kind: 'process', document, locale, madeAt }))), c, document.info, unsaved, '-quy-trinh')
    })
}
