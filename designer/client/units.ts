// The units of this installation as procedures may name them: what assignments are picked from and looked up in. Undefined until they
// are known; nothing is said of units until then.
import { shallowRef, type ShallowRef } from 'vue'
import { request } from '#runtime/client/http.ts'
import type { KnownUnit } from '#schemas/generated/types.ts'

const units = shallowRef<readonly KnownUnit[]>()

export const useKnownUnits = (): Readonly<ShallowRef<readonly KnownUnit[] | undefined>> => units

/** Asked for whenever a procedure is opened: the organisation may have changed meanwhile. */
export const loadUnits = async (): Promise<void> => {
  const reply = await request<{ units: KnownUnit[] }>('GET', '/api/designer/units')
  if (reply.ok) units.value = reply.value.units
}
