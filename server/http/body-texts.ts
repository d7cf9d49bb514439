// Sentences for faults of a request body that has the wrong shape: read by the developer of another system as often as
// by a person, so they name what was expected.
import type { Issue } from '#core/issues/issue.ts'
import type { Locale } from '#core/text/localise.ts'

type Params = Record<string, unknown>
type Sentence = (params: Params) => Record<Locale, string>

const fixed = (vi: string, en: string): Sentence => () => ({ vi, en })

const sentences: Record<string, Sentence> = {
  'body.syntax': fixed('Không phải JSON hợp lệ.', 'Not valid JSON.'),
  'body.encoding': fixed('Không phải UTF-8 hợp lệ.', 'Not valid UTF-8.'),
  'body.depth': ({ limit }) => ({ vi: `Lồng quá ${limit} tầng.`, en: `Nested deeper than ${limit} levels.` }),
  'body.reserved-name': ({ name }) => ({ vi: `Tên “${name}” không được dùng.`, en: `The name “${name}” may not be used.` }),
  'body.name': fixed('Tên thuộc tính quá dài hoặc có ký tự không dùng được.', 'The property name is too long or has characters that may not be used.'),
  'body.number': fixed('Số quá lớn hoặc không biểu diễn chính xác được.', 'The number is too large to be exact.'),
  'body.characters': fixed(
    'Có ký tự điều khiển hoặc ký tự ẩn. Hãy gõ lại thay vì dán.', 'There are control or invisible characters. Type the text instead of pasting it.'),
  'body.required': ({ name }) => ({ vi: `Thiếu “${name}”.`, en: `“${name}” is missing.` }),
  'body.additionalProperties': ({ name }) => ({ vi: `Không có mục “${name}” ở đây.`, en: `There is no “${name}” here.` }),
  'body.type': ({ type }) => ({ vi: `Phải là kiểu ${type}.`, en: `Must be of type ${type}.` }),
  'body.enum': ({ allowedValues }) => ({ vi: `Phải là một trong: ${list(allowedValues)}.`, en: `Must be one of: ${list(allowedValues)}.` }),
  'body.const': ({ allowedValue }) => ({ vi: `Phải là ${list([allowedValue])}.`, en: `Must be ${list([allowedValue])}.` }),
  'body.minLength': ({ limit }) => ({ vi: `Phải có ít nhất ${limit} ký tự.`, en: `Must have at least ${limit} characters.` }),
  'body.maxLength': ({ limit }) => ({ vi: `Không quá ${limit} ký tự.`, en: `At most ${limit} characters.` }),
  'body.minItems': ({ limit }) => ({ vi: `Phải có ít nhất ${limit} mục.`, en: `Must have at least ${limit} items.` }),
  'body.maxItems': ({ limit }) => ({ vi: `Không quá ${limit} mục.`, en: `At most ${limit} items.` }),
  'body.minimum': ({ limit }) => ({ vi: `Không nhỏ hơn ${limit}.`, en: `At least ${limit}.` }),
  'body.maximum': ({ limit }) => ({ vi: `Không lớn hơn ${limit}.`, en: `At most ${limit}.` }),
  'body.pattern': fixed('Không đúng dạng.', 'Not in the expected form.'),
}

const list = (values: unknown): string => (Array.isArray(values) ? values.slice(0, 20).map(String).join(', ') : String(values))

/** The sentence of a code of this file; undefined for every other code. */
export const sayBodyIssue = (issue: Issue, locale: Locale): string | undefined => {
  if (!issue.code.startsWith('body.')) return undefined
  const sentence = sentences[issue.code]
  return sentence ? sentence(issue.params ?? {})[locale] : { vi: 'Giá trị không hợp lệ.', en: 'Not a valid value.' }[locale]
}
