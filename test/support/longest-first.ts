// The order of test files: those that take longest begin first, so that no worker waits for one of them alone at the end. All others
// go by their size, as the runner has it where it knows no times.
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const longest = ['durability', 'under-publication', 'uploads-durability', 'same-verdict', 'bad-input', 'move-killed', 'fire-timers', 'session-life', 'told-of-move', 'classify-law', 'random-commands', 'same-answers', 'household', 'designer-screens', 'birth-on-a-phone']

const rank = ({ moduleId }: TestSpecification): number => {
  const at = longest.findIndex((name) => new RegExp(`/${name}\\.(?:test|journey)\\.ts$`).test(moduleId))
  return at < 0 ? longest.length : at
}

/** The runner asks for a class. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}
