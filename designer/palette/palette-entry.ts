// One thing that the command palette can do or go to, and how typing finds it.
import type { Component } from 'vue'
import { foldText } from '#core/text/format.ts'

export interface PaletteEntry {
  id: string
  label: string
  /** What kind of thing it is, or where it stands. */
  hint?: string
  keys?: string
  icon?: Component
  run: () => void
}

const most = 50

const rank = (label: string, words: readonly string[]): number => {
  if (!words.every((word) => label.includes(word))) return -1
  return label.startsWith(words[0] ?? '') ? 0 : 1
}

/** Every word must occur, in any order, with or without accents; what begins so comes first. */
export const findEntries = (entries: readonly PaletteEntry[], typed: string): PaletteEntry[] => {
  const words = foldText(typed).split(/\s+/).filter(Boolean)
  return entries.map((entry) => ({ entry, at: rank(foldText(`${entry.label} ${entry.hint ?? ''}`), words) })).filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at).slice(0, most).map(({ entry }) => entry)
}
