// What stands in the place of the network while the server draws a page: the API is asked in the name of the person whose
// page it is, without a line in between. In a browser nothing is set.
import type { Ask } from '#core/plain/port.ts'
import type { CompiledValidator } from '#core/json-schema/validator-runtime.ts'

export interface ServerSide {
  ask: Ask
  validatorAt: (url: string) => Promise<CompiledValidator | undefined>
}

let present: ServerSide | undefined

export const onServer = (): ServerSide | undefined => present

/** One page is drawn at a time; `undefined` when it is done. */
export const serveFrom = (side: ServerSide | undefined): void => { present = side }
