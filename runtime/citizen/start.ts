// The first script of the applicant’s app. Where the server has drawn the page, people see it and may answer before the app is even
// read: it begins when the picture stands and nothing else waits, and in a window that nobody looks at when somebody does.
import './app.css'

/** A page that is never idle gets its app all the same. */
const longestWait = 300

const begin = (): void => void import('./main.ts')
const whenIdle = (): unknown => ('requestIdleCallback' in globalThis ? requestIdleCallback(begin, { timeout: longestWait }) : setTimeout(begin))

if (document.getElementById('app')!.firstElementChild) requestAnimationFrame(whenIdle)
else begin()
