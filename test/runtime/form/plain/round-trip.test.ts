// @vitest-environment node
// A page without scripts loses and invents nothing: what it shows comes back as the same answers, for every kind of
// question and every procedure of the gallery, in both languages.
import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { Window } from 'happy-dom'
import { createSSRApp, defineComponent, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { describe, expect, it } from 'vitest'
import { prepareAnswers } from '#core/answers/prepare-answers.ts'
import { readFormData } from '#core/answers/read-form-data.ts'
import { compileForm } from '#core/form/compile-form.ts'
import type { CompiledForm } from '#core/form/compiled-form.ts'
import { isRecord, type Answers } from '#core/issues/json-pointer.ts'
import type { Locale } from '#core/text/localise.ts'
import FormPage from '#runtime/form/FormPage.vue'
import { memoryFiles } from '#runtime/form/files.ts'
import { plainInputs } from '#runtime/form/plain/inputs.ts'
import { providePlainInputs } from '#runtime/form/plain-inputs.ts'
import { useForm } from '#runtime/form/use-form.ts'
import { answersWithHidden } from '../../../fixtures/arbitrary-answers.ts'
import { readGallery } from '../../../fixtures/build.ts'
import { everyField } from '../../../fixtures/every-field.ts'
import { formEntries } from '../../../fixtures/plain-browser.ts'

const facts = { today: '2026-11-21' }

const drawn = async (compiled: CompiledForm, page: string, answers: Answers, locale: Locale): Promise<Element> => {
  const Page = defineComponent(() => {
    providePlainInputs(plainInputs)
    const form = useForm({ compiled, locale, answers, facts, files: memoryFiles() })
    return () => h(FormPage, { form, page })
  })
  const { document } = new Window()
  document.body.innerHTML = await renderToString(createSSRApp(Page))
  return document.body as unknown as Element
}

/** All pages filled in from what they show, one after the other, as somebody would who only presses Continue. */
const sentBack = async (compiled: CompiledForm, answers: Answers, locale: Locale): Promise<Answers> => {
  let base: Answers = {}
  for (const { page } of compiled.pages) {
    const read = readFormData(compiled, formEntries(await drawn(compiled, page.id, answers, locale)), { page: page.id, base, locale })
    expect(read.unknown).toEqual([])
    base = read.answers
  }
  return base
}

/** Of several choices a page gives the order of the options, as the app does. */
const inAnyOrder = (value: unknown): unknown =>
  typeof value === 'number' ? value + 0 : Array.isArray(value) ? (value.every((each) => typeof each === 'string') ? [...value].sort() : value.map(inAnyOrder))
    : isRecord(value) ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inAnyOrder(inner)])) : value

const gallery = readdirSync('schemas/examples/procedures').filter((file) => file.endsWith('.json'))
const forms: [string, CompiledForm][] = [['a form of every field type', compileForm(everyField())], ...gallery.map((file): [string, CompiledForm] => [file, compileForm(readGallery(file).form!)])]

describe('a page without scripts', () => {
  it.each(forms)('gives back what it shows: %s', async (_name, compiled) => {
    for (const [i, { valid }] of fc.sample(answersWithHidden(compiled), { numRuns: 8, seed: 20261121 }).entries()) {
      const locale = i % 2 === 0 ? 'vi' : 'en'
      expect(inAnyOrder(prepareAnswers(compiled, await sentBack(compiled, valid, locale), facts))).toEqual(inAnyOrder(prepareAnswers(compiled, valid, facts)))
    }
  }, 120_000)
})
