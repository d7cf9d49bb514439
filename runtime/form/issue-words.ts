// What is wrong with an answer, in the reader's language: the only sentences of the core that a form needs.
import vi from '#core/text/answers/vi.json'
import { issueWords, type Catalogue } from '#core/text/issue-words.ts'
import { onEnglish } from '#runtime/ui/locale.ts'

let english: Catalogue = vi
onEnglish(async () => { english = (await import('#core/text/answers/en.json')).default })

export const { translateIssue } = issueWords((locale) => (locale === 'en' ? english : vi))
