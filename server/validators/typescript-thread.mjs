// First code of a thread: learns TypeScript, then runs the file that it was started for.
import { register } from 'tsx/esm/api'

register()
await import(process.argv[2])
