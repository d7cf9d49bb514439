// The house rules about who may import whom (README, five-minute tour): they are what keeps the core pure and the rooms apart.
import { describe, expect, it } from 'vitest'
import { importsOf, readSource, sourceFiles } from './source-files.ts'

type Breach = string

const breaches = (folder: string, allowed: (target: string) => boolean): Breach[] =>
  sourceFiles(folder).flatMap((file) => importsOf(file).filter(({ target }) => !allowed(target)).map(({ specifier }) => `${file} imports ${specifier}`))

const isPackage = (target: string): boolean => !/^(schemas|runtime|designer|server|test)\//.test(target)
const within = (...rooms: string[]) => (target: string): boolean => isPackage(target) || rooms.some((room) => target.startsWith(room))

describe('the rooms', () => {
  it('lets schemas import nothing of ours', () => {
    expect(breaches('schemas', within('schemas/'))).toEqual([])
  })
  it('lets the core import schemas and itself only', () => {
    expect(breaches('runtime/core', within('schemas/', 'runtime/core/'))).toEqual([])
  })
  it('lets the pieces of the runtime import downwards only', () => {
    // What the server could not say itself (no connection) the client says in the language of the screen.
    expect(breaches('runtime/client', within('schemas/', 'runtime/core/', 'runtime/client/', 'runtime/ui/locale.ts'))).toEqual([])
    expect(breaches('runtime/ui', within('schemas/', 'runtime/core/', 'runtime/client/', 'runtime/ui/'))).toEqual([])
    expect(breaches('runtime/form', within('schemas/', 'runtime/core/', 'runtime/client/', 'runtime/ui/', 'runtime/form/'))).toEqual([])
  })
  it('keeps citizen, desk and designer apart', () => {
    const shared = ['schemas/', 'runtime/core/', 'runtime/client/', 'runtime/ui/', 'runtime/form/']
    expect(breaches('runtime/citizen', within(...shared, 'runtime/citizen/'))).toEqual([])
    expect(breaches('runtime/desk', within(...shared, 'runtime/desk/'))).toEqual([])
    expect(breaches('designer', within(...shared, 'designer/'))).toEqual([])
  })
  it('lets the server import schemas and the core, no other part of the runtime', () => {
    expect(breaches('server', within('schemas/', 'runtime/core/', 'server/'))).toEqual([])
  })
  it('names concrete adapters in deps.ts only', () => {
    const adapters = sourceFiles('server').filter((file) => file !== 'server/deps.ts' && !file.startsWith('server/integrations/'))
      .flatMap((file) => importsOf(file).filter(({ target }) => /^server\/integrations\/\w+\/(?!port\.ts)/.test(target)).map(({ specifier }) => `${file} imports ${specifier}`))
    expect(adapters).toEqual([])
  })
})

describe('the core', () => {
  const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bfetch\(|\basync\b|\bawait\b|\bwindow\.|\bdocument\.|\blocalStorage\b|\bprocess\.|\bsetTimeout\(/
  it('is pure: no clock, chance, network, browser or process', () => {
    const found = sourceFiles('runtime/core').flatMap((file) => readSource(file).split('\n').flatMap((line, i) => (impure.test(line.replace(/\/\/.*|^\s*\/?\*.*/, '')) ? [`${file}:${i + 1} ${line.trim()}`] : [])))
    expect(found).toEqual([])
  })
  it('uses no part of Node and no framework', () => {
    const found = sourceFiles('runtime/core').flatMap((file) => importsOf(file).filter(({ specifier }) => /^(node:|vue|pinia|hono|kysely)/.test(specifier)).map(({ specifier }) => `${file} imports ${specifier}`))
    expect(found).toEqual([])
  })
})

describe('imports', () => {
  it('form no circle', () => {
    const graph = new Map(sourceFiles('schemas', 'runtime', 'designer', 'server').map((file) => [file, importsOf(file).map(({ target }) => target).filter((target) => !isPackage(target))]))
    const done = new Set<string>()
    const circle = (file: string, way: string[]): string[] | undefined => {
      if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
      if (done.has(file)) return undefined
      for (const target of graph.get(file) ?? []) {
        const found = circle(target, [...way, file])
        if (found) return found
      }
      done.add(file)
      return undefined
    }
    // An import of a type alone leaves nothing at run time, but even so two files that need each other are one.
    expect([...graph.keys()].map((file) => circle(file, [])).find(Boolean) ?? []).toEqual([])
  })
  it('lead to files that exist', () => {
    const known = new Set([...sourceFiles('schemas', 'runtime', 'designer', 'server'), 'schemas/generated/types.ts'])
    const missing = sourceFiles('schemas', 'runtime', 'designer', 'server').flatMap((file) => importsOf(file).filter(({ target }) => /^(schemas|runtime|designer|server)\/.*\.(ts|vue)$/.test(target) && !known.has(target)).map(({ specifier }) => `${file} imports ${specifier}`))
    expect(missing).toEqual([])
  })
})
