// What designing, reviewing and publishing need from the world.
import type { Deps } from '../deps.ts'
import type { PublishDeps } from './publish-revision.ts'
import type { Revisions } from './revision.ts'

export interface DesignerDeps extends Deps, Pick<PublishDeps, 'calendar'> {
  revisions: Revisions
}
