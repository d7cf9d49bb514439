// A real server that speaks S3, on a free port, with one empty bucket.
// @ts-expect-error -- the package brings no types
import S3rver from 's3rver'

export interface RunningS3 {
  port: number
  settings: { endpoint: string; region: string; accessKeyId: string; secretAccessKey: string }
  stop: () => Promise<void>
}

interface Server {
  run: () => Promise<{ port: number }>
  close: () => Promise<void>
}

export const startS3 = async (directory: string, bucket: string): Promise<RunningS3> => {
  const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, configureBuckets: [{ name: bucket, configs: [] }] }) as Server
  const { port } = await server.run()
  return { port, settings: { endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }, stop: () => server.close() }
}
