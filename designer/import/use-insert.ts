// Puts a form that was brought into the open procedure: with the code lists that it needs, as one entry, and then shows it.
import { ref } from 'vue'
import { useRouter } from 'vue-router'
import { listsOf } from '#core/import/word/proposals-to-form.ts'
import { walkForm } from '#core/form/walk-form.ts'
import { useToast } from '#runtime/ui/use-toast.ts'
import type { Form } from '#schemas/generated/types.ts'
import { useDocumentStore } from '../editing/document-store.ts'
import { fetchDefinitions } from '../form-editor/code-lists.ts'
import { insertForm } from './import-commands.ts'
import { t } from './texts.ts'

export const countQuestions = (form: Form): number => walkForm(form.schema).filter((visit) => visit.kind !== 'group' && !visit.path.includes('/*')).length

export const useInsert = () => {
  const store = useDocumentStore()
  const router = useRouter()
  const toast = useToast()
  const isBusy = ref(false)

  /** Tells how many came in, and shows them. */
  const finish = async (count: number): Promise<void> => {
    toast.show(t('bringIn.inserted', { n: count }))
    await router.push({ name: 'form', params: { id: store.id } })
  }

  const insert = async (form: Form): Promise<void> => {
    isBusy.value = true
    const wanted = listsOf(form).filter((name) => form.schema.$defs?.[name] === undefined)
    const here = store.document.form?.schema.$defs ?? {}
    const fetched = await fetchDefinitions(wanted.filter((name) => here[name] === undefined))
    const definitions = { ...fetched, ...Object.fromEntries(wanted.flatMap((name) => (here[name] ? [[name, here[name]]] : []))) }
    isBusy.value = false
    const missing = wanted.filter((name) => definitions[name] === undefined)
    if (missing.length > 0) toast.show(t('bringIn.lists', { names: missing.join(', ') }), { tone: 'info' })
    if (store.run(insertForm, { form, definitions })) await finish(countQuestions(form))
  }

  return { isBusy, insert, finish }
}
