// The features of the product and where they are mounted; app.ts adds what all of them share. Seeding loads the gallery.
import type { Hono } from 'hono'
import type { Deps } from './deps.ts'
import type { AppEnv } from './http/context.ts'

/** Path below the origin → routes of a feature. */
export const features = (_deps: Deps): Record<string, Hono<AppEnv>> => ({})

/** Publishes the sample procedures that are not there yet. */
export const loadGallery = async (_deps: Deps): Promise<void> => undefined
