import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'

describe('readConfig', () => {
  it('is a demonstration on this machine when nothing is said', () => {
    expect(readConfig({})).toEqual({
      port: 3000, dataDir: resolve('data'), databaseUrl: undefined, publicUrl: 'http://localhost:3000', demo: true, webDir: resolve('dist/web'), logLevel: 'warn',
      secretFile: resolve('data/secret.key'), pagesChange: false, host: '127.0.0.1', trustProxy: false, rateFactor: 1, plainDir: resolve('dist/plain'),
    })
  })

  it('takes a setting without a text as not said', () => {
    expect(readConfig({ WEB_DIR: '', PLAIN_DIR: '', DATABASE_URL: '' })).toEqual(readConfig({}))
  })

  it('is no demonstration on a real database, unless it is asked for', () => {
    const config = readConfig({ DATABASE_URL: 'postgres://x', PUBLIC_URL: 'https://motcua.example.vn/' })
    expect([config.demo, config.host, config.publicUrl]).toEqual([false, '0.0.0.0', 'https://motcua.example.vn'])
    expect(readConfig({ DATABASE_URL: 'postgres://x', MOTCUA_DEMO: '1' }).demo).toBe(true)
    expect(readConfig({ MOTCUA_DEMO: '0' }).demo).toBe(false)
  })

  it.each([{ PORT: 'abc' }, { PORT: '70000' }, { RATE_FACTOR: '0' }, { RATE_FACTOR: 'x' }, { PUBLIC_URL: 'motcua.vn' }, { PUBLIC_URL: 'javascript:alert(1)' }, { PUBLIC_URL: 'https://a.vn/path' }])('says what is wrong with %j', (env) => {
    expect(() => readConfig(env)).toThrow(Object.keys(env)[0])
  })

  it('keeps files in a bucket when it knows everything about it, and says what is missing otherwise', () => {
    const whole = { S3_ENDPOINT: 'https://s3.example.vn', S3_REGION: 'hn', S3_BUCKET: 'ho-so', S3_ACCESS_KEY_ID: 'a', S3_SECRET_ACCESS_KEY: 'b' }
    expect(readConfig(whole).s3).toEqual({ endpoint: 'https://s3.example.vn', region: 'hn', bucket: 'ho-so', accessKeyId: 'a', secretAccessKey: 'b' })
    expect(() => readConfig({ S3_BUCKET: 'ho-so', S3_REGION: 'hn' })).toThrow('S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY')
    expect(() => readConfig({ ...whole, S3_ENDPOINT: 'ftp://x' })).toThrow('S3_ENDPOINT')
    expect(() => readConfig({ ...whole, S3_BUCKET: 'Hồ sơ' })).toThrow('S3_BUCKET')
  })

  it('reads where letters go out, without repeating a password that is wrong', () => {
    expect(readConfig({ SMTP_URL: 'smtp://motcua:m%C3%A2t@mail.example.vn', MAIL_FROM: 'Một Cửa <a@b.vn>' }).mail).toEqual({ host: 'mail.example.vn', port: 587, tls: false, user: 'motcua', password: 'mât', from: 'Một Cửa <a@b.vn>' })
    expect(readConfig({ SMTP_URL: 'smtps://mail.example.vn', MAIL_FROM: 'a@b.vn' }).mail).toMatchObject({ port: 465, tls: true })
    expect(() => readConfig({ SMTP_URL: 'http://u:bimat@x', MAIL_FROM: 'a@b.vn' })).toThrow(/^SMTP_URL(?!.*bimat)/)
    expect(() => readConfig({ SMTP_URL: 'smtp://x', MAIL_FROM: 'a@b.vn\r\nBcc: c@d.vn' })).toThrow('MAIL_FROM')
  })
})
