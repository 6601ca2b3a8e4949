// Plays the browser stories, one file after the other, and ends with one line that counts them.
//
//   node e2e/run.mjs                 the harness's own tests, then every story
//   node e2e/run.mjs write review    the stories whose file name has one of these words
//
// SHINGI_BIN names the program (else target/debug/shingi), CHROMIUM the browser; E2E_KEEP=1 keeps the data folders.
// Screenshots and the servers' output are under target/e2e/.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { fileURLToPath } from 'node:url'
import { BINARY } from './lib/server.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const words = process.argv.slice(2)
const inFolder = (folder) => readdirSync(join(here, folder)).filter((name) => name.endsWith('.mjs')).sort().map((name) => join(here, folder, name))

let files = [...inFolder('harness'), ...inFolder('stories')]
if (words.length > 0) files = files.filter((file) => words.some((word) => file.slice(here.length).includes(word)))
if (files.length === 0) {
  console.error(`run.mjs: no story's file name has ${words.map((word) => `\`${word}\``).join(' or ')}`)
  process.exit(2)
}
if (!existsSync(BINARY)) {
  console.error(`run.mjs: no program at ${BINARY}: cargo build -p shingi-cli, or set SHINGI_BIN`)
  process.exit(2)
}

const counts = { pass: 0, fail: 0, skipped: 0, cancelled: 0, todo: 0 }
const stream = run({ files, concurrency: 1, timeout: 600_000 })
stream.on('test:diagnostic', ({ message, nesting }) => {
  const [, name, number] = /^(pass|fail|skipped|cancelled|todo) (\d+)$/.exec(message) ?? []
  if (name && nesting === 0) counts[name] = Number(number)
})
stream.on('end', () => {
  const failed = counts.fail + counts.cancelled
  const skipped = counts.skipped + counts.todo
  // After the reporter's own last lines.
  process.on('exit', () => console.log(`stories: ${counts.pass} passed, ${failed} failed, ${skipped} skipped`))
  // A run that tried nothing, or left something out, has not passed.
  process.exitCode = failed + skipped > 0 || counts.pass === 0 ? 1 : 0
})
stream.compose(spec).pipe(process.stdout)
