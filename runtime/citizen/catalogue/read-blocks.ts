// Reads a text of several lines as people write them: "1. …" lines are steps, "- …" lines are points.
export interface Block {
  kind: 'steps' | 'points' | 'paragraph'
  lines: string[]
}

const kinds: [Block['kind'], RegExp][] = [['steps', /^(?:bước\s+)?\d+[.):]\s+/iu], ['points', /^[-–•+*]\s+/u]]

export const readBlocks = (text: string): Block[] => {
  const blocks: Block[] = []
  for (const line of text.split('\n').map((each) => each.trim()).filter(Boolean)) {
    const [kind, mark] = kinds.find(([, pattern]) => pattern.test(line)) ?? ['paragraph' as const, /^/]
    const last = blocks.at(-1)
    if (kind !== 'paragraph' && last?.kind === kind) last.lines.push(line.replace(mark, ''))
    else blocks.push({ kind, lines: [line.replace(mark, '')] })
  }
  return blocks
}
