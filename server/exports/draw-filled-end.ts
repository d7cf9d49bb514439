// The end of a form that was filled in: the files that go with it, and the place for the signature, or when it was filed.
import { printPhrase, type Filled } from '#core/export/print-model.ts'
import type { Locale } from '#core/text/localise.ts'
import { gridOf, pageWidth, stack, words, type Content } from './page-content.ts'

const centred = (text: string, style: Content = {}): Content => words(text, { alignment: 'center', ...style })

const fileTable = ({ files }: Filled, locale: Locale): Content => {
  if (files.length === 0) return words(printPhrase('noFiles', locale), { italics: true })
  const head = (['ordinal', 'fileOf', 'fileName', 'fileSize'] as const).map((key) => words(printPhrase(key, locale), { bold: true, fontSize: 10.5, alignment: 'center' }))
  const rows = files.map(({ title, name, size }, i) => [centred(String(i + 1), { fontSize: 10.5 }), words(title, { fontSize: 10.5 }), words(name, { fontSize: 10.5 }), words(size, { fontSize: 10.5, alignment: 'right' })])
  return gridOf(head, rows, [4, 4, 1.4], pageWidth, 18)
}

/** Who filed online signed with the account, or not at all; a draft that is printed may be signed by hand. */
const signature = ({ isDraft, filed }: Filled, locale: Locale): Content => ({
  unbreakable: true, margin: [0, 20, 0, 0],
  columns: [words('', { width: '*' }), {
    width: 270,
    stack: [
      ...(isDraft ? [centred(printPhrase('placeAndDate', locale), { italics: true })] : [centred(filed, { italics: true })]),
      centred(printPhrase('signer', locale), { bold: true, margin: [0, 4, 0, 0] }),
      centred(printPhrase(isDraft ? 'signerHint' : 'signedOnline', locale), { italics: true, fontSize: 10.5, margin: [0, 0, 0, isDraft ? 70 : 20] }),
    ],
  }],
})

/** So many files stand together with their heading on one page. */
const together = 10

export const filledEnd = (filled: Filled, number: string, locale: Locale): Content[] => [
  stack([words(`${number}. ${printPhrase('files', locale)}`, { bold: true, fontSize: 13, margin: [0, 12, 0, 3] }), fileTable(filled, locale)], { unbreakable: filled.files.length <= together }), signature(filled, locale),
]
