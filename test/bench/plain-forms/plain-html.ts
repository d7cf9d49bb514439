// The same questions as a plain HTML form, as a page without any program would ask them.
import type { Form, Question } from '#schemas/generated/types.ts'

const control = (name: string, question: Question): string => {
  if (question.oneOf) return question.oneOf.map((option) => `<label><input type="radio" name="${name}" value="${String(option.const)}"> ${option.title ?? ''}</label>`).join('')
  if (question.type === 'boolean') return `<label><input type="radio" name="${name}" value="1"> Có</label><label><input type="radio" name="${name}" value="0"> Không</label>`
  return `<input id="${name}" name="${name}" ${question.type === 'integer' ? 'inputmode="numeric"' : question.format === 'date' ? 'placeholder="dd/mm/yyyy"' : 'maxlength="200"'}>`
}

export const plainHtml = ({ schema }: Form): string => `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Biểu mẫu</title>
<h1>Biểu mẫu</h1><form>${Object.entries(schema.properties).map(([name, question]) => `<p><label for="${name}">${question.title ?? ''}</label><br>${control(name, question)}</p>`).join('')}<button>Gửi</button></form></html>`
