// The features of the product and where they are mounted; app.ts adds what all of them share. Seeding loads the gallery.
import type { Hono } from 'hono'
import { changeRequestRoutes } from './change-requests/routes.ts'
import { codeListRoutes } from './code-lists/routes.ts'
import { dataReaderRoutes } from './data-readers/routes.ts'
import type { Deps } from './deps.ts'
import { fireTimers } from './jobs/fire-timers.ts'
import { moveDossiers } from './jobs/move-dossiers.ts'
import { publishScheduled } from './jobs/publish-scheduled.ts'
import type { DossierDeps } from './dossiers/dossier-deps.ts'
import { lookUpRoutes } from './dossiers/look-up-routes.ts'
import { dossierRoutes, submissionRoutes } from './dossiers/routes.ts'
import { answersExportRoutes } from './exports/answers-routes.ts'
import { filledFormRoutes } from './exports/filled-form-routes.ts'
import { draftExportRoutes, publicExportRoutes } from './exports/routes.ts'
import { fileRoutes } from './files/routes.ts'
import { uploadRoutes } from './files/upload-routes.ts'
import { applicantMessageRoutes, officeMessageRoutes } from './messages/routes.ts'
import { paperRoutes } from './papers/routes.ts'
import { ratingRoutes } from './ratings/routes.ts'
import { guestRoutes } from './guests/routes.ts'
import type { AppEnv } from './http/context.ts'
import { intakeRoutes } from './intake/routes.ts'
import { createCalendar } from './organisation/calendar.ts'
import { calendarDesignRoutes } from './organisation/calendar-routes.ts'
import { organisationRoutes, unitRoutes } from './organisation/organisation-routes.ts'
import { calendarRoutes } from './organisation/routes.ts'
import { packageRoutes } from './packages/routes.ts'
import { designerRoutes } from './procedures/designer-routes.ts'
import { loadGallery as loadGalleryInto } from './procedures/load-gallery.ts'
import { publicProcedureRoutes } from './procedures/public-routes.ts'
import { revisionAddresses } from './procedures/revision-addresses.ts'
import { profileRoutes } from './profiles/routes.ts'
import { createRevisions } from './procedures/revision.ts'
import { remarkRoutes } from './remarks/routes.ts'
import { addUp } from './statistics/add-up.ts'
import { countEarlier } from './statistics/count-earlier.ts'
import { publicStatisticsRoutes, statisticsRoutes } from './statistics/routes.ts'
import { indexWords, nameEarlierDossiers } from './tasks/index-words.ts'
import { taskRoutes } from './tasks/routes.ts'

const gathered = new WeakMap<Deps, DossierDeps>()

/** What the features share: one memory of revisions and of working days for each database. */
export const withShared = (deps: Deps): DossierDeps => {
  const shared = gathered.get(deps) ?? { ...deps, revisions: createRevisions(deps.database), calendar: createCalendar(deps.database) }
  gathered.set(deps, shared)
  return shared
}

/** Path below the origin → routes of a feature. */
export const features = (deps: Deps): Record<string, Hono<AppEnv>> => {
  const shared = withShared(deps)
  return {
    '/api/procedures': revisionAddresses(shared).route('/', publicProcedureRoutes(shared)).route('/', publicExportRoutes(shared)),
    '/api/code-lists': codeListRoutes(shared),
    '/api/calendar': calendarRoutes(shared),
    '/api/profile': profileRoutes(shared),
    '/api/intake': intakeRoutes(shared),
    '/api/dossiers': dossierRoutes(shared).route('/', paperRoutes(shared)).route('/', applicantMessageRoutes(shared)).route('/', ratingRoutes(shared)).route('/', filledFormRoutes(shared)),
    '/api/guest': guestRoutes(shared),
    '/api/look-up': lookUpRoutes(shared),
    '/api/files': fileRoutes(shared),
    '/api/uploads': uploadRoutes(shared),
    '/api/submissions': submissionRoutes(shared),
    '/api/tasks': taskRoutes(shared).route('/', officeMessageRoutes(shared)).route('/', remarkRoutes(shared)),
    '/api/statistics': statisticsRoutes(shared).route('/procedures', answersExportRoutes(shared)),
    '/api/public-statistics': publicStatisticsRoutes(shared),
    '/api/designer/procedures': designerRoutes(shared).route('/', draftExportRoutes(shared)).route('/', dataReaderRoutes(shared)),
    '/api/designer/packages': packageRoutes(shared),
    '/api/designer/calendars': calendarDesignRoutes(shared),
    '/api/designer/units': unitRoutes(shared),
    '/api/designer/organisation': organisationRoutes(shared),
    '/api/designer/change-requests': changeRequestRoutes(shared),
  }
}

/** Publishes the sample procedures that are not there yet. */
export const loadGallery = async (deps: Deps): Promise<void> => void await loadGalleryInto(withShared(deps))

/** Carries out what happens to dossiers by itself; gives how many things that were. The scheduler calls it every minute. */
export const fireDueTimers = (deps: Deps): Promise<number> => fireTimers(withShared(deps))

/** Publishes what was approved for a day that has come; gives how many that were. */
export const publishDue = (deps: Deps): Promise<number> => publishScheduled(withShared(deps))

/** Goes on with bringing dossiers over to revisions that were published; says whether there is more. */
export const moveDue = (deps: Deps): Promise<boolean> => moveDossiers(withShared(deps))

/** A round that puts the words of new dossiers into the index, the first one also those of before there was a search; says whether there is more. */
export const keepWordsFound = (deps: Deps): () => Promise<boolean> => {
  const earlier = { named: false }
  return async () => {
    if (!earlier.named) await nameEarlierDossiers(withShared(deps))
    earlier.named = true
    return indexWords(deps)
  }
}

/** A round of adding to the statistics what happened since; says whether there is more. */
export const keepStatistics = async (deps: Deps): Promise<boolean> => {
  const more = await countEarlier(withShared(deps))
  return await addUp(deps) || more
}
