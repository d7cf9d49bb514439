// What became of a box or a way on the map where two revisions are compared, and how each is drawn: by word, sign and line, and
// by colour besides.

export type MapChange = 'added' | 'removed' | 'changed'

export const changeLooks: Record<MapChange, { sign: string, fill: string, stroke: string, text: string, dash?: string }> = {
  added: { sign: '+', fill: 'fill-good-soft', stroke: 'stroke-good', text: 'fill-good' },
  removed: { sign: '−', fill: 'fill-bad-soft', stroke: 'stroke-bad', text: 'fill-bad', dash: '3 5' },
  changed: { sign: '~', fill: 'fill-warn-soft', stroke: 'stroke-warn', text: 'fill-warn' },
}
