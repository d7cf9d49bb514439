// The built pages for browsers without scripts, loaded once. Where they are not built, the app's empty page stands alone.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PlainPages } from '#core/plain/port.ts'

const entry = 'render-plain.js'

export const createRenderer = (folder: string): (() => Promise<PlainPages | undefined>) => {
  let loaded: Promise<PlainPages> | undefined
  return async () => {
    const file = join(folder, entry)
    if (!loaded && !existsSync(file)) return undefined
    loaded ??= import(pathToFileURL(file).href).then(({ pages }: { pages: PlainPages }) => pages)
    return loaded
  }
}
