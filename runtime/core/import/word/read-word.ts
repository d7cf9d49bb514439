// Reads a Word form (.docx): the questions that it seems to ask, or why the file is refused.
import type { ReportLine } from '../import-report.ts'
import type { Proposal } from './proposal.ts'
import { proposeQuestions } from './propose-questions.ts'
import { readEntry } from './read-entry.ts'
import { childNamed, readXml } from './read-xml.ts'
import { blocksOf } from './word-blocks.ts'
import { WordRefusal } from './word-limits.ts'

/** Where every Word file keeps its text. */
const entry = ['word', 'document'].join('/') + '.xml'

export type WordForm = { proposals: Proposal[] } | { refused: ReportLine }

export const readWord = (bytes: Uint8Array): WordForm => {
  try {
    const body = childNamed(readXml(readEntry(bytes, entry), entry).find((each) => each.name === 'w:document'), 'w:body')
    if (!body) throw new WordRefusal('import.word.notWord', entry)
    const proposals = proposeQuestions(blocksOf(body))
    return proposals.length > 0 ? { proposals } : { refused: { pointer: entry, fate: 'refused', code: 'import.word.nothing' } }
  } catch (error) {
    if (error instanceof WordRefusal) return { refused: error.line }
    throw error
  }
}
