// What the server asked of its own API while it drew the page travels with the page: the app, when it starts, need not ask
// again over the line. Each answer is given once, to whoever asks first; what is older than the start is never used.
interface DrawnReply {
  path: string
  etag: string | null
  body: string
}

let replies: Map<string, DrawnReply> | undefined

const read = (): Map<string, DrawnReply> => {
  const place = typeof document === 'undefined' ? null : document.getElementById('replies')
  const list = JSON.parse(place?.textContent ?? '[]') as DrawnReply[]
  place?.remove()
  return new Map(list.map((reply) => [reply.path, reply]))
}

/** Once somebody has changed anything, what was so when the page was drawn may not be so any more. */
export const takeDrawnReply = (method: string, path: string): Response | undefined => {
  replies = method === 'GET' ? replies ?? read() : new Map()
  const reply = replies.get(path)
  replies.delete(path)
  return reply && new Response(reply.body, { headers: { 'Content-Type': 'application/json', ...(reply.etag !== null && { ETag: reply.etag }) } })
}
