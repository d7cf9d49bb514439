// Puts the sample procedures, the code lists and the working days of the product into an empty office, and keeps them as they are in the
// product until somebody edits them. Running it again changes nothing.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CodeList, OfficeCalendar, Procedure } from '#schemas/generated/types.ts'
import { loadCodeLists } from '../code-lists/load-code-lists.ts'
import type { Deps } from '../deps.ts'
import { ProblemError } from '../http/problem-response.ts'
import { schemaFolder } from '../http/schemas.ts'
import { loadCalendar } from '../organisation/load-calendar.ts'
import { contentHash } from './content-hash.ts'
import { judgeDocument } from './document-shape.ts'
import { publishRevision, type PublishDeps } from './publish-revision.ts'
import { createProcedureRepository } from './repository.ts'

/** Who saved and published them: nobody of the office. */
export const galleryAuthor = 'Một Cửa'

const readAll = <Document>(folder: string): { file: string; document: Document }[] => {
  const path = join(schemaFolder, 'examples', folder)
  return readdirSync(path).filter((file) => file.endsWith('.json')).sort().map((file) => ({ file, document: JSON.parse(readFileSync(join(path, file), 'utf8')) as Document }))
}

type GalleryDeps = Deps & PublishDeps

/** True when it was published now. */
const loadProcedure = async (deps: GalleryDeps, document: Procedure): Promise<boolean> => {
  const procedures = createProcedureRepository(deps.database)
  const known = await procedures.findByCode(document.info.code)
  const hash = contentHash(document)
  if (known && (known.publishedHash === hash || known.savedBy !== galleryAuthor)) return false
  const issues = judgeDocument(document)
  if (issues.length > 0) throw new ProblemError('invalid-document', issues)
  const id = known?.id ?? deps.newId()
  const now = deps.now()
  const draft = known ? procedures.saveDraft(id, known.version, document, galleryAuthor, now) : procedures.insertDraft(id, document, galleryAuthor, now)
  const { writes } = await publishRevision(deps)(id, document, { by: galleryAuthor })
  await deps.database.commit([draft, ...writes])
  return true
}

/** One that cannot be published is named in the log and leaves the others alone. */
export const loadGallery = async (deps: GalleryDeps): Promise<string[]> => {
  for (const { document } of readAll<OfficeCalendar>('calendars')) await loadCalendar(deps, document, galleryAuthor)
  await loadCodeLists(deps, readAll<CodeList>('code-lists').map(({ document }) => document), galleryAuthor)
  const published: string[] = []
  for (const { file, document } of readAll<Procedure>('procedures')) {
    try {
      if (await loadProcedure(deps, document)) published.push(file)
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      deps.log.error({ file, issues: error.issues.slice(0, 20) }, 'A sample procedure cannot be published')
    }
  }
  return published
}
