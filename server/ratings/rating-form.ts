// The nine things that people rate after the end of a dossier (NĐ 61/2018/NĐ-CP Đ.31.1), as a form of our own document.
import { compileForm } from '#core/form/compile-form.ts'
import { interpretSchema } from '#core/json-schema/interpret-schema.ts'
import type { Form } from '#schemas/generated/types.ts'
import document from '#schemas/dossier/rating-form.json' with { type: 'json' }

export const ratingForm = compileForm(document as unknown as Form)
export const judgeRating = interpretSchema(ratingForm.schema)
