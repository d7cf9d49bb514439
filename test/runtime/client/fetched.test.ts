import { expect, it } from 'vitest'
import { fetched } from '#runtime/client/fetched.ts'
import type { Reply } from '#runtime/client/http.ts'

const problem = { type: '/problems/offline', title: 'Mất kết nối', status: 0 }

it('keeps what was there when it cannot be fetched again, says what is wrong, and takes that back when it can', async () => {
  const replies: Reply<string>[] = [{ ok: true, value: 'một' }, { ok: false, problem }, { ok: true, value: 'hai' }] as Reply<string>[]
  const page = fetched(() => Promise.resolve(replies.shift()!))
  expect([page.value.value, page.problem.value]).toEqual([undefined, undefined])
  await page.load()
  expect([page.value.value, page.problem.value]).toEqual(['một', undefined])
  await page.load()
  expect([page.value.value, page.problem.value]).toEqual(['một', problem])
  await page.load()
  expect([page.value.value, page.problem.value]).toEqual(['hai', undefined])
})
