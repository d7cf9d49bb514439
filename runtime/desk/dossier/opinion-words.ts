// Who was asked for an opinion, in words: the unit or the authority where one is named, else the role.
import { localise, type Locale } from '#core/text/localise.ts'
import type { Assignment, Dossier, Step, Workflow } from '#schemas/generated/types.ts'

export const nameOfUnit = (by: Assignment | undefined, { roles }: Pick<Workflow, 'roles'>, locale: Locale): string =>
  by?.agency ?? by?.unit ?? localise(roles.find(({ id }) => id === by?.role), 'title', locale)

/** The step whose opinions the dossier holds: the present one, or the last that asked. */
export const askingStep = (workflow: Workflow, { step: present, opinions }: Dossier): Step | undefined =>
  workflow.steps.find(({ id, kind }) => id === present && kind === 'opinions')
  ?? (opinions && workflow.steps.find((step) => step.opinions?.some(({ id }) => Object.hasOwn(opinions, id))))

/** Votes in favour, silence that counts as consent among them. */
export const votesFor = ({ opinions }: Dossier): number => Object.values(opinions ?? {}).filter(({ verdict, silent }) => verdict === 'for' || silent === true).length
