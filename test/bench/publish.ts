// A procedure on its whole way to the public: written, asked for, approved by a second person, published.
import type { Procedure } from '#schemas/generated/types.ts'
import type { Client } from './client.ts'

export const publish = async (administrator: Client, reviewer: Client, procedure: Procedure): Promise<{ id: string; revision: string }> => {
  const created = await administrator.post<{ id: string; version: number }>('/api/designer/procedures', { name: procedure.info.name, code: procedure.info.code })
  await administrator.put(`/api/designer/procedures/${created.id}/draft`, procedure, { 'if-match': `"${created.version}"` })
  const request = await administrator.post<{ id: string; hash: string }>(`/api/designer/procedures/${created.id}/change-requests`, { comment: 'Đo tốc độ' })
  await reviewer.post(`/api/designer/change-requests/${request.id}/review`, { verdict: 'approve', hash: request.hash })
  const { hash } = await reviewer.post<{ hash: string }>(`/api/designer/change-requests/${request.id}/publication`, {})
  return { id: created.id, revision: hash }
}
