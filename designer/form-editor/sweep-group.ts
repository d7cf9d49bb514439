// A group that holds nothing any more and stands on no page goes: nobody could see it, and nobody could take it away.
import type { Form } from '#schemas/generated/types.ts'
import { nameOf, ownerOf, questionAt } from './form-place.ts'
import { pageOfPath } from './form-slots.ts'
import { removeName } from './ordered-names.ts'

export const sweepGroup = (form: Form, path: string): void => {
  const group = path === '' ? undefined : questionAt(form.schema, path)
  if (group?.['x-field'] !== 'group' || Object.keys(group.properties ?? {}).length > 0 || pageOfPath(form, path) !== undefined) return
  const owner = ownerOf(form.schema, path)!
  owner.properties = removeName(owner.properties!, nameOf(path))
  if (owner.required?.includes(nameOf(path))) owner.required = owner.required.filter((name) => name !== nameOf(path))
}
