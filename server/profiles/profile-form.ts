// The form that asks for a profile, with the provinces and countries that are in force today. It is drawn and judged like
// the form of any procedure.
import { versionOn } from '#core/code-list/in-force.ts'
import { definitionName, pinCodes } from '#core/code-list/pin-codes.ts'
import type { Form, FormSchema } from '#schemas/generated/types.ts'
import document from '#schemas/profile/profile-form.json' with { type: 'json' }
import { createCodeListRepository } from '../code-lists/repository.ts'
import type { Database } from '../db/database.ts'
import { createOwnForm, type OwnForm } from '../validators/own-form.ts'

const template = document as unknown as Form

const pinned = async (database: Database, today: string): Promise<FormSchema['$defs']> => {
  const lists = createCodeListRepository(database)
  const definitions = await Promise.all(Object.values(template.schema.$defs ?? {}).map(async (definition) => {
    const id = definition['x-codeList'] ?? ''
    const version = versionOn(await lists.versionsOf(id), today)
    const list = version && await lists.find(id, version.number)
    return [definitionName(id), list ? pinCodes(list, today) : definition] as const
  }))
  return Object.fromEntries(definitions)
}

const kept = new WeakMap<Database, { day: string; form: Promise<OwnForm> }>()

/** Made once a day: lists change at midnight, if at all. */
export const profileForm = (database: Database, today: string): Promise<OwnForm> => {
  const known = kept.get(database)
  if (known?.day === today) return known.form
  const form = pinned(database, today).then(($defs) => createOwnForm({ ...template, schema: { ...template.schema, $defs } as FormSchema }))
  kept.set(database, { day: today, form })
  return form
}
