import { describe, expect, it } from 'vitest'
import { routeTable, type RouteRecord } from '#runtime/citizen/navigation/route-table.ts'

const page = (): Promise<never> => Promise.reject(new Error('never loaded here'))
const records: RouteRecord[] = [
  { path: '/', name: 'home', component: page },
  { path: '/thu-tuc/:id', name: 'procedure', component: page },
  { path: '/nop/:dossier', component: page, meta: { signedIn: true }, children: [{ path: ':page?', name: 'apply', component: page }, { path: 'kiem-tra', name: 'check', component: page }] },
  { path: '/:rest(.*)*', name: 'lost', component: page },
]
const table = routeTable(records)

describe('routeTable', () => {
  it.each([
    ['/', 'home', {}],
    ['/thu-tuc/p1', 'procedure', { id: 'p1' }],
    ['/thu-tuc/p1/', 'procedure', { id: 'p1' }],
    ['/nop/d1', 'apply', { dossier: 'd1' }],
    ['/nop/d1/trang-2', 'apply', { dossier: 'd1', page: 'trang-2' }],
    ['/nop/d1/kiem-tra', 'check', { dossier: 'd1' }],
    ['/nop/d1/kiem-tra/nua', 'lost', { rest: 'nop/d1/kiem-tra/nua' }],
    ['/thu-tuc/a%20b', 'procedure', { id: 'a b' }],
    ['/thu-tuc/%E0%A4%A', 'procedure', { id: '%E0%A4%A' }],
  ])('%s leads to %s', (address, name, params) => {
    expect(table.resolve(address)).toMatchObject({ name, params })
  })

  it('finds the way back: the address of a name leads to that name with the same parts', () => {
    const there = table.resolve({ name: 'apply', params: { dossier: 'd/1', page: 'đầu tiên' }, query: { from: 'check', at: '/ten', none: undefined } })

    expect(there.fullPath).toBe('/nop/d%2F1/%C4%91%E1%BA%A7u%20ti%C3%AAn?from=check&at=%2Ften')
    expect(table.resolve(there.fullPath)).toMatchObject({ name: 'apply', params: { dossier: 'd/1', page: 'đầu tiên' }, query: { from: 'check', at: '/ten' } })
  })

  it('leaves out a part that may be absent', () => {
    expect(table.resolve({ name: 'apply', params: { dossier: 'd1' } }, table.resolve('/nop/d1/trang-2')).fullPath).toBe('/nop/d1')
  })

  it('changes the query of the page, or keeps to the page, when nothing else is said', () => {
    const from = table.resolve('/thu-tuc/p1?q=a')

    expect(table.resolve({ query: { q: 'b' } }, from).fullPath).toBe('/thu-tuc/p1?q=b')
    expect(table.resolve('#phi', from).fullPath).toBe('/thu-tuc/p1#phi')
  })

  it('knows the frames around a page and what they ask for', () => {
    const check = table.resolve('/nop/d1/kiem-tra')

    expect(check.matched.map(({ path }) => path)).toEqual(['/nop/:dossier', 'kiem-tra'])
    expect(check.meta.signedIn).toBe(true)
  })

  it('says which name nobody gave', () => {
    expect(() => table.resolve({ name: 'nowhere' })).toThrow('nowhere')
  })
})
