import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormEntry } from '#core/answers/read-form-data.ts'
import { carriedEntries, fieldOf, lostFileEntry, lostFiles, pageEntries, readWho, whoNames } from '#core/plain/kept-page.ts'

const entry = fc.tuple(fc.constantFrom('/ten', '/mau/0/soBan', '/ngay:day', 'asked', 'version', 'do', 'text'), fc.string({ unit: 'grapheme' }))
const who = fc.tuple(fc.constantFrom(...Object.values(whoNames)), fc.string())
const lost = fc.tuple(fc.constantFrom('/tep/donXin', '/authorisation'), fc.string()).map(([field, name]) => lostFileEntry(field, name))
const page = fc.array(entry)

describe('a page that is carried along', () => {
  it('is the same page again, in its order, whatever stands around it', () => {
    fc.assert(fc.property(page, fc.array(who), fc.array(lost), (entries: FormEntry[], said: FormEntry[], files: FormEntry[]) => {
      const sent = [...said, ...entries, ...files]
      expect(pageEntries(sent)).toEqual(entries)
      expect(carriedEntries(sent)).toEqual([...entries, ...files])
    }))
  })

  it('goes along any number of times and loses nothing more', () => {
    fc.assert(fc.property(page, fc.array(lost), (entries: FormEntry[], files: FormEntry[]) => {
      const once = carriedEntries([...entries, ...files])
      expect(carriedEntries(carriedEntries(once))).toEqual(once)
      expect(lostFiles(once).map(([, name]) => name)).toEqual(files.map(([, name]) => name))
    }))
  })

  it('never carries who somebody says they are', () => {
    fc.assert(fc.property(page, fc.array(who), (entries: FormEntry[], said: FormEntry[]) => {
      expect(carriedEntries([...entries, ...said]).filter(([name]) => Object.values<string>(whoNames).includes(name))).toEqual([])
    }))
  })
})

describe('who sent a page', () => {
  const said = (fields: Partial<Record<keyof typeof whoNames, string>>): FormEntry[] => Object.entries(fields).map(([name, text]) => [whoNames[name as keyof typeof whoNames], text])

  it('is not known before it was asked', () => {
    expect(readWho([['/ten', 'An'], ['email', 'a@b.vn']])).toBeUndefined()
  })
  it('is the way whose button was pressed', () => {
    expect(readWho(said({ email: ' a@b.vn ', password: 'p ', code: 'ABCD', by: 'account' }))).toEqual({ by: 'account', email: 'a@b.vn', password: 'p ' })
    expect(readWho(said({ email: 'a@b.vn', password: 'p', code: 'ABCD', by: 'code' }))).toEqual({ by: 'code', code: 'ABCD' })
  })
  it('is the way that was filled in when Enter was pressed', () => {
    expect(readWho(said({ email: '', password: '', code: 'ABCD' }))).toEqual({ by: 'code', code: 'ABCD' })
    expect(readWho(said({ email: 'a@b.vn', password: 'p', code: '' }))).toEqual({ by: 'account', email: 'a@b.vn', password: 'p' })
  })
  it('is read from the last text under a name', () => {
    expect(fieldOf([['do', 'save'], ['do', 'back']], 'do')).toBe('back')
    expect(fieldOf([], 'do')).toBe('')
  })
})
