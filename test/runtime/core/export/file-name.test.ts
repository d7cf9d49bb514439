import { describe, expect, it } from 'vitest'
import { exportName } from '#core/export/file-name.ts'

describe('the name of a file', () => {
  it('says code and name in plain letters', () => {
    expect(exportName({ code: '1.001612', name: 'Đăng ký thành lập hộ kinh doanh' }, '.schema.json')).toBe('1.001612-dang-ky-thanh-lap-ho-kinh-doanh.schema.json')
  })
  it('leads nowhere and breaks no header, whatever the name is', () => {
    for (const name of ['../../etc/passwd', 'a"; filename="b', 'x\r\nSet-Cookie: a', '🇻🇳', '', 'Ễ'.repeat(500)]) {
      expect(exportName({ code: '..', name }, '.pdf')).toMatch(/^[a-z0-9][a-z0-9.-]{0,90}$/)
    }
    expect(exportName({ code: '', name: '' }, '.pdf')).toBe('thu-tuc.pdf')
  })
})
