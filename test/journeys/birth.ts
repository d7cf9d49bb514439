// The registration of a birth (procedure 15 of the gallery, khai sinh) as a family files it today: on time, three copies, the
// certificate of birth as a photographed paper.
import { compileForm } from '#core/form/compile-form.ts'
import type { Answers } from '#core/issues/json-pointer.ts'
import { vietnamDate } from '#core/text/format.ts'
import { readGallery } from '../fixtures/build.ts'

export const birth = readGallery('15-dang-ky-khai-sinh.json')
export const birthForm = compileForm(birth.form!)

const monthAgo = vietnamDate(Date.now() - 30 * 86_400_000)
const scenario = birth.scenarios!.find((each) => each.title.startsWith('TH1: 3 bản sao'))!.answers as Record<string, Answers>

export const birthAnswers: Answers = { ...scenario, be: { ...scenario['be'], ngaySinh: monthAgo } }

/** Pages that this filing goes through, by id and heading. */
export const birthPages = birthForm.pages.map(({ page }) => ({ id: page.id, title: page.title }))
