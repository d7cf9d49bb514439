// What is changed of a file before it is kept, so that it shows what the person meant to show and nothing else: its
// end, and bytes that are overwritten in place.
export interface SafeCopy {
  /** What stands behind the picture (a film, a second picture) is cut off. */
  end: number
  edits: { at: number; bytes: Buffer }[]
}
