// The name of a dossier's procedure in the reader's language.
import { localise } from '#core/text/localise.ts'
import type { DossierSummary } from '#runtime/client/dossiers.ts'
import { locale } from '#runtime/ui/locale.ts'

export const localisedName = (dossier: DossierSummary): string => localise(dossier, 'procedureName', locale.value)
