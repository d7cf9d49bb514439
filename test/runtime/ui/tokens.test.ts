// @vitest-environment node
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('../../../runtime/ui/tokens.css', import.meta.url), 'utf8')
const colours = Object.fromEntries([...css.matchAll(/--color-([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value])) as Record<string, string>

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16) / 255).map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(colours[one] ?? ''), luminance(colours[other] ?? '')].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['ground', 'paper', 'sunken']
const texts = [
  ...['ink', 'ink-soft', 'ink-faint', 'accent', 'accent-strong', 'good', 'warn', 'bad', 'info'].flatMap(text => grounds.map(ground => [text, ground])),
  ...['good', 'warn', 'bad', 'info'].flatMap(tone => [[tone, `${tone}-soft`], ['ink', `${tone}-soft`], ['ink-soft', `${tone}-soft`]]),
  ['accent-strong', 'accent-soft'], ['accent', 'accent-soft'], ['on-accent', 'accent'], ['on-accent', 'accent-strong'], ['on-accent', 'bad'], ['on-accent', 'bad-strong'], ['paper', 'ink'], ['gilt', 'ink'],
] as [string, string][]

describe('tokens', () => {
  it.each(texts)('the text colour %s reads on %s (WCAG 1.4.3, 4.5:1)', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['line-strong', 'focus'].flatMap(edge => grounds.map(ground => [edge, ground] as const)))('the edge %s is seen on %s (WCAG 1.4.11, 3:1)', (edge, ground) => {
    expect(contrast(edge, ground)).toBeGreaterThanOrEqual(3)
  })
})
