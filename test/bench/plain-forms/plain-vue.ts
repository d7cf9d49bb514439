// The same questions as a plain Vue form, as somebody would write it for this one form: no library, all on one page, each
// question shown when its rules say so.
import { computed, createApp, defineComponent, h, reactive, type VNode } from 'vue'

interface Field { type?: string; title?: string; format?: string; oneOf?: { const: string; title: string }[] }
interface Shown { when: { properties: Record<string, { enum: string[] }> }; show?: string[] }
interface Given { schema: { properties: Record<string, Field> }; rules: Shown[] }

const start = async (): Promise<void> => {
  const { schema, rules } = await (await fetch('/form.json')).json() as Given
  const answers = reactive<Record<string, unknown>>({})
  const holds = ({ when }: Shown): boolean => Object.entries(when.properties).every(([name, { enum: values }]) => values.includes(answers[name] as string))

  const Question = defineComponent((props: { name: string, field: Field }) => {
    const own = rules.filter((rule) => rule.show?.includes(`/${props.name}`))
    const isShown = computed(() => own.every(holds))
    const choice = (value: unknown, title: string): VNode => h('label', [h('input', { type: 'radio', name: props.name, checked: answers[props.name] === value, onChange: () => { answers[props.name] = value } }), title])
    return () => {
      if (!isShown.value) return undefined
      const { name, field } = props
      const control = field.oneOf ? field.oneOf.map((option) => choice(option.const, option.title)) : field.type === 'boolean' ? [choice(true, 'Có'), choice(false, 'Không')]
        : [h('input', { id: name, value: answers[name] ?? '', inputmode: field.type === 'integer' ? 'numeric' : undefined, onInput: (event: Event) => { answers[name] = (event.target as HTMLInputElement).value } })]
      return h('p', [h('label', { for: name }, field.title), h('br'), ...control])
    }
  }, { props: ['name', 'field'] })

  createApp(() => h('form', [h('h1', 'Biểu mẫu'), ...Object.entries(schema.properties).map(([name, field]) => h(Question, { key: name, name, field })), h('button', 'Gửi')])).mount('#app')
}
void start()
