import { describe, expect, it } from 'vitest'
import { showProblem } from '#runtime/form/show-problem.ts'

const problem = (...pointers: string[]) => ({ type: '/problems/invalid-answers', title: 'Tờ khai chưa hợp lệ', status: 422, errors: pointers.map((pointer) => ({ pointer, code: 'required', detail: `Sai ở ${pointer}` })) })

describe('showProblem', () => {
  it('brings each error to its question, in the words of the server', () => {
    const { issues, others } = showProblem(problem('#/answers/coSo/ten', '#/answers/mau/0/kyHieu'))

    expect(issues.map((issue) => [issue.pointer, issue.authored?.message])).toEqual([['/coSo/ten', 'Sai ở #/answers/coSo/ten'], ['/mau/0/kyHieu', 'Sai ở #/answers/mau/0/kyHieu']])
    expect(others).toEqual([])
  })

  it('keeps what is about something else apart', () => {
    expect(showProblem(problem('#/procedure', '#/answersheet'))).toMatchObject({ issues: [], others: ['Sai ở #/procedure', 'Sai ở #/answersheet'] })
  })

  it('takes errors of the whole and of another base', () => {
    expect(showProblem(problem('#/answers')).issues[0]?.pointer).toBe('')
    expect(showProblem(problem('#/record/ketLuan'), '#/record').issues[0]?.pointer).toBe('/ketLuan')
  })

  it('reads a fragment as it is written in an address', () => {
    expect(showProblem(problem('#/answers/c%C3%A2u')).issues[0]?.pointer).toBe('/câu')
    expect(showProblem(problem('#/answers/100%')).issues[0]?.pointer).toBe('/100%')
  })

  it('finds nothing in a problem without errors', () => {
    expect(showProblem({ type: 'about:blank', title: 'Lỗi', status: 500 })).toEqual({ issues: [], others: [] })
  })
})
