// The form of intake with the procedures of this office to choose from, and the present minute as the time of receipt.
import { vietnamDate } from '#core/text/format.ts'
import type { IntakeProcedure } from '#runtime/client/intake.ts'
import document from '#schemas/dossier/intake-form.json'
import type { Form, FormSchema, Question } from '#schemas/generated/types.ts'

const template = document as unknown as Form
const vietnamOffset = 7 * 3_600_000

export const receivedNow = (now: number): { receivedOn: string, receivedAt: string } =>
  ({ receivedOn: vietnamDate(now), receivedAt: new Date(now + vietnamOffset).toISOString().slice(11, 16) })

export const intakeForm = (procedures: readonly IntakeProcedure[]): Form => {
  const options = procedures.map((each) => ({ const: each.id, title: `${each.name} (${each.code})` }))
  const procedure = { ...template.schema.properties!['procedure']!, oneOf: options } as Question
  return { ...template, schema: { ...template.schema, properties: { ...template.schema.properties, procedure } } as FormSchema }
}
