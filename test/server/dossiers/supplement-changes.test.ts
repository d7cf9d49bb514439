import { describe, expect, it } from 'vitest'
import { compileForm } from '#core/form/compile-form.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import { judgeSupplement } from '../../../server/dossiers/supplement-changes.ts'
import { buildProcedure } from '../../fixtures/build.ts'

const form = compileForm(buildProcedure().form!)
const filed: Answers = { ten: 'An', tuoi: 30, khan: false, gapDoi: 60, so: [{ ten: 'Bản một', soBan: 1 }, { ten: 'Bản hai', soBan: 2 }] }

const refused = (change: Answers, asked: string[]) => judgeSupplement(form, filed, { ...filed, ...change }, asked).map((issue) => issue.pointer)

describe('judgeSupplement', () => {
  it.each<[string, Answers, string[], string[]]>([
    ['the same answers again', {}, ['/ten'], []],
    ['what was asked', { ten: 'Bình' }, ['/ten'], []],
    ['something else', { tuoi: 31 }, ['/ten'], ['/tuoi']],
    ['something else beside what was asked', { ten: 'Bình', tuoi: 31 }, ['/ten'], ['/tuoi']],
    ['a removed answer', { tuoi: undefined }, ['/ten'], ['/tuoi']],
    ['a question that is asked because of what was asked', { khan: true, lyDo: 'Gấp' }, ['/khan'], []],
    ['a question that is asked because of something else', { khan: true, lyDo: 'Gấp' }, ['/ten'], ['/khan']],
    ['a computed answer', { tuoi: 31, gapDoi: 62 }, ['/tuoi'], []],
    ['one cell of a table', { so: [{ ten: 'Bản một', soBan: 9 }, { ten: 'Bản hai', soBan: 2 }] }, ['/so/0/soBan'], []],
    ['another cell of the table', { so: [{ ten: 'Bản một', soBan: 1 }, { ten: 'Bản hai', soBan: 9 }] }, ['/so/0/soBan'], ['/so/1/soBan']],
    ['a column in every row', { so: [{ ten: 'Bản một', soBan: 8 }, { ten: 'Bản hai', soBan: 9 }] }, ['/so/*/soBan'], []],
    ['a row that was added to the table asked for', { so: [...(filed.so as Answers[]), { ten: 'Bản ba' }] }, ['/so'], []],
    ['a row that was added without being asked', { so: [...(filed.so as Answers[]), { ten: 'Bản ba' }] }, ['/so/0'], ['/so']],
    ['anything, when the office named nothing', { tuoi: 31 }, [], []],
    ['a longer name that begins like the one asked for', { tenKhac: 'x' }, ['/ten'], ['/tenKhac']],
  ])('judges %s', (_, change, asked, expected) => {
    expect(refused(change, asked)).toEqual(expected)
  })
})
