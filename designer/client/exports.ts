// Files that the server makes from a saved draft: its schema, the types of its answers, the empty form and the internal
// process to print.
import type { Reply } from '#runtime/client/http.ts'
import { t } from '#runtime/ui/locale.ts'
import type { Problem } from '#schemas/generated/types.ts'
import { packageUrl } from './packages.ts'

export type ExportedFile = 'schema.json' | 'types.ts' | 'form.pdf?lang=vi' | 'form.pdf?lang=en' | 'process.pdf?lang=vi' | 'process.pdf?lang=en'

const draftAt = (id: string, file: ExportedFile): string => `/api/designer/procedures/${encodeURIComponent(id)}/draft/${file}`

const offline = (): Problem => ({ type: '/problems/offline', title: t('connection.offline'), status: 0, detail: t('connection.offlineDetail') })

const fetchFile = async (address: string): Promise<Reply<Blob>> => {
  try {
    const response = await fetch(address, { credentials: 'same-origin', cache: 'no-store' })
    if (response.ok) return { ok: true, value: await response.blob(), etag: response.headers.get('ETag'), status: response.status }
    return { ok: false, problem: await response.json() as Problem }
  } catch {
    return { ok: false, problem: offline() }
  }
}

/** `package`: what is in force, for another installation. */
export const fetchExport = (id: string, file: ExportedFile | 'package'): Promise<Reply<Blob>> => fetchFile(file === 'package' ? packageUrl(id) : draftAt(id, file))
