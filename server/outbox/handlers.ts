// What carrying out each kind of effect means. The closed list of kinds is core's: a new kind does not compile until it
// has a handler here. Kinds without a connection yet are recorded, so that nothing is promised silently.
import type { Effect } from '#core/workflow/effects.ts'
import type { Deps } from '../deps.ts'
import { makePaper } from '../papers/make-paper.ts'
import { findPaperOf } from '../papers/repository.ts'
import { notify } from './notify.ts'
import { notifyMoved } from './notify-moved.ts'
import { notifyReader } from './notify-reader.ts'
import { notifyReview } from './notify-review.ts'
import type { Promised } from './repository.ts'

export type Handler = (promised: Promised) => Promise<void>
export type Handlers = Record<string, Handler>

type HandlerDeps = Pick<Deps, 'database' | 'identity' | 'mail' | 'storage' | 'config' | 'now' | 'log'>
const record = ({ log }: HandlerDeps): Handler => async ({ id, kind }) => log.info({ effect: id, kind }, 'recorded, no connection')

/** The paper was written down with the decision; what is missing is its PDF. Papers that an office signs itself have none. */
const issuePaper = (deps: HandlerDeps): Handler => async (promised) => {
  const paper = await findPaperOf(deps.database, promised.id)
  if (paper) await makePaper(deps, paper)
  else await record(deps)(promised)
}

export const createHandlers = (deps: HandlerDeps): Handlers => ({
  notify: notify(deps),
  'issue-paper': issuePaper(deps),
  'request-payment': record(deps),
  'tell-portal': record(deps),
  'notify-review': notifyReview(deps),
  'notify-reader': notifyReader(deps),
  'notify-moved': notifyMoved(deps),
} satisfies Record<Effect['kind'] | 'notify-review' | 'notify-reader' | 'notify-moved', Handler>)
