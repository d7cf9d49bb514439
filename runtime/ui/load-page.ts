// Fetches what a page shows: at once in a browser; on the server the page is drawn when it is there.
import { onServerPrefetch } from 'vue'

export const loadPage = (load: () => Promise<unknown>): void => {
  if (typeof document === 'undefined') onServerPrefetch(load)
  else void load()
}
