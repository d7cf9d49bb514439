// A profile under the names of attributes that forms refer to: person.fullName is what stands at /person/fullName.
import { readAt } from '#core/issues/json-pointer.ts'
import type { KnownValues } from '#core/answers/prefill-attributes.ts'
import type { Attribute, Profile } from '#schemas/generated/types.ts'
import attributes from '#schemas/profile/attribute.schema.json' with { type: 'json' }

export const profilePointer = (attribute: Attribute): string => `/${attribute.replaceAll('.', '/')}`

export const knownValues = (profile: Profile): KnownValues =>
  Object.fromEntries((attributes.enum as Attribute[]).flatMap((attribute) => {
    const value = readAt(profile, profilePointer(attribute))
    return value === undefined ? [] : [[attribute, { value, sensitive: false }]]
  }))
