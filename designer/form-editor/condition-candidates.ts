// What a condition may speak of, as the core finds it in a form: the choices of the sentence editor.
export * from '#core/condition/condition-candidates.ts'
