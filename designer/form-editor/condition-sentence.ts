// Conditions as sentences, as the core reads and writes them: the rows of the sentence editor.
export * from '#core/condition/condition-sentence.ts'
