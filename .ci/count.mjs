// Prints the closing line of a test run from the report that vitest wrote; a run that broke off counts as one failure.
import { readFileSync } from 'node:fs'

const [reportFile, status] = process.argv.slice(2)
let passed = 0
let failed = Number(status) === 0 ? 0 : 1
try {
  const report = JSON.parse(readFileSync(reportFile, 'utf8'))
  passed = report.numPassedTests
  failed = Math.max(failed, report.numFailedTests)
} catch {
  failed = 1
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
