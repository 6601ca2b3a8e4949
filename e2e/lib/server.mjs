// The `shingi` program under test: a free port on loopback, a fresh data folder, its output kept, gone afterwards.

import { spawn } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { OUT, ROOT } from './browser.mjs'

export const BINARY = process.env.SHINGI_BIN ?? join(ROOT, 'target/debug/shingi')
const FOLDER = 'shingi-e2e-'
const READY_MS = 60_000
const STOP_MS = 10_000

export async function freePort() {
  const server = createServer()
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

// Every page with sample contents, as the example `preview` of the web crate serves them; no data folder, no sign-in.
export async function startPreview() {
  const port = await freePort()
  const program = process.env.SHINGI_PREVIEW ?? join(dirname(BINARY), 'examples/preview')
  if (!existsSync(program)) throw new Error(`no program at ${program}: cargo build -p shingi-web --example preview`)
  return run({ program, words: [String(port)], name: 'preview', url: `http://127.0.0.1:${port}`, ready: '/' })
}

// The sample organisation. `people` come from demo.json: {name, email, password, roles: […], token}.
export async function startDemo(name = 'demo') {
  const server = await start('demo', name)
  const file = join(server.data, 'demo.json')
  await until(() => existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).people, server, file)
  const { people } = JSON.parse(readFileSync(file, 'utf8'))
  return { ...server, people, person: (role, other_than) => personWith(people, role, other_than) }
}

// The real thing, on an empty folder (its set-up link is in `output()`), or on one that a server left.
export async function startServe(name = 'serve', data) {
  return start('serve', name, data)
}

// Somebody with this role (or this e-mail address), who is not `other_than`.
function personWith(people, role, other_than) {
  const found = people.find((person) => (person.roles.includes(role) || person.email === role) && person !== other_than)
  if (!found) throw new Error(`nobody with the role ${role} in demo.json: ${people.map(({ email, roles }) => `${email} (${roles})`).join(', ')}`)
  return found
}

async function start(subcommand, name, folder) {
  const data = folder ?? join(mkdtempSync(join(tmpdir(), FOLDER)), 'data')
  const address = `127.0.0.1:${await freePort()}`
  const words = [subcommand, '--data', data, '--listen', address]
  return run({ program: BINARY, words, name, url: `http://${address}`, ready: '/readyz', data })
}

// Starts a server and waits until it answers.
async function run({ program, words, name, url, ready, data }) {
  mkdirSync(OUT, { recursive: true })
  const log = createWriteStream(join(OUT, `${name}.log`))
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let ended = false
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text) => { output += text; log.write(text) })
  }
  child.on('error', (error) => { output += error.message; ended = true })
  // `close`, not `exit`: by then its last words have been read.
  child.on('close', () => { ended = true; log.end() })
  // A story that dies must not leave a server behind.
  process.on('exit', () => { if (!ended) child.kill('SIGKILL') })
  const server = {
    url,
    data,
    pid: child.pid,
    output: () => output,
    ended: () => ended,
    // Ends the program as an operator would, and throws its folder away unless `keep` (or E2E_KEEP) says otherwise.
    async stop({ keep = process.env.E2E_KEEP !== undefined } = {}) {
      if (!ended) {
        child.kill('SIGTERM')
        for (let waited = 0; !ended && waited < STOP_MS; waited += 50) await wait(50)
        if (!ended) {
          child.kill('SIGKILL')
          throw new Error(`${words[0]} did not end within ${STOP_MS} ms of SIGTERM\n${output.slice(-2000)}`)
        }
      }
      // Only a folder that was made here.
      if (data && !keep && basename(dirname(data)).startsWith(FOLDER)) rmSync(dirname(data), { recursive: true, force: true })
    },
    // As if the power failed.
    async kill() {
      child.kill('SIGKILL')
      while (!ended) await wait(10)
    },
  }
  await until(() => answers(url + ready), server, url + ready)
  return server
}

async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok
  } catch {
    return false
  }
}

async function until(condition, server, what) {
  for (let waited = 0; waited < READY_MS; waited += 50) {
    if (await condition()) return
    if (server.ended()) {
      await server.stop()
      throw new Error(`the program ended before ${what} was there\n${server.output().slice(-2000)}`)
    }
    await wait(50)
  }
  await server.kill()
  throw new Error(`${what} was not there within ${READY_MS} ms\n${server.output().slice(-2000)}`)
}

// Signs a person in through the page, as they do it themselves.
export async function signIn(page, person) {
  await page.goto('/session/new')
  await page.locator('input[name=login]').fill(person.email)
  await page.locator('input[name=password]').fill(person.password)
  await page.locator('form:has(input[name=password]) button[type=submit]').click()
  await page.waitForURL((url) => !url.pathname.startsWith('/session'))
}
