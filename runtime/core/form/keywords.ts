// The keywords of the profile: what a question, an option or the schema of a form may say with effect. Everything else is
// kept in the document word for word and left out of the judge; a test holds these lists to the schema files.

export const questionKeywords: ReadonlySet<string> = new Set([
  '$ref', 'type', 'title', 'description', 'examples', 'default', 'enum', 'oneOf', 'const', 'format', 'pattern', 'minLength', 'maxLength',
  'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'properties', 'required', 'items', 'minItems', 'maxItems', 'uniqueItems', 'readOnly',
  'x-field', 'x-widget', 'x-i18n', 'x-messages', 'x-compute', 'x-prefill', 'x-privacy', 'x-note', 'x-unit', 'x-autocomplete', 'x-itemTitle', 'x-addLabel', 'x-uniqueBy', 'x-codeList', 'x-codeListFrom', 'x-file',
])

export const optionKeywords: ReadonlySet<string> = new Set(['const', 'title', 'description', 'parent', 'validTo', 'x-i18n'])

export const formSchemaKeywords: ReadonlySet<string> = new Set(['$schema', 'type', 'title', 'description', 'x-i18n', 'properties', 'required', '$defs'])

/** What JSON Schema (any draft) would judge by and the profile does not have: silently left out, it would mislead whoever wrote it. */
export const assertingKeywords: ReadonlySet<string> = new Set([
  'not', 'allOf', 'anyOf', 'oneOf', 'if', 'then', 'else', 'contains', 'minContains', 'maxContains', 'prefixItems', 'additionalItems', 'unevaluatedItems',
  'additionalProperties', 'unevaluatedProperties', 'patternProperties', 'propertyNames', 'minProperties', 'maxProperties', 'dependentRequired', 'dependentSchemas', 'dependencies',
  '$id', '$anchor', '$dynamicRef', '$dynamicAnchor', '$recursiveRef', '$recursiveAnchor', '$vocabulary', 'id', 'definitions', 'divisibleBy', 'disallow', 'extends',
  // Of the profile of questions, and without effect anywhere else.
  '$ref', 'enum', 'const', 'format', 'pattern', 'minLength', 'maxLength', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'items', 'minItems', 'maxItems', 'uniqueItems', 'required', 'properties', 'type',
])

const pick = (node: object, known: ReadonlySet<string>): Record<string, unknown> => Object.fromEntries(Object.entries(node).filter(([keyword]) => known.has(keyword)))

/** The same question with what the profile knows only: its options too. What it holds (properties, items) is left as it is. */
export const ofProfile = <T extends object>(question: T): T => {
  const kept = pick(question, questionKeywords)
  return (Array.isArray(kept['oneOf']) ? { ...kept, oneOf: kept['oneOf'].map((option: object) => pick(option, optionKeywords)) } : kept) as T
}
