// The page that is being drawn, for its own parts: the key to file under, and what became of what was sent.
import { inject, type InjectionKey } from 'vue'
import type { Drawing } from '#core/plain/port.ts'

export const drawingKey: InjectionKey<Drawing> = Symbol('drawing')

export const useDrawing = (): Drawing => inject(drawingKey)!
