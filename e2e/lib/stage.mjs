// What nearly every story needs: the sample organisation, a browser, signed-in pages; all of it gone at the end.

import { after, before, test } from 'node:test'
import { closePage, openBrowser, openPage } from './browser.mjs'
import { signIn, startDemo } from './server.mjs'

// Tests of which each goes on where the one before it ended: after a failure the rest is left out, and counted.
export function chapters() {
  let broken = false
  return (title, play, options = {}) => test(title, { timeout: 120_000, ...options }, async (context) => {
    if (broken) throw new Error('an earlier chapter failed')
    broken = true
    await play(context)
    broken = false
  })
}

// To be called at the top of a story file: `const stage = openStage('write')`. Its fields are there when a test runs.
// `stage.chapter`: see `chapters`.
export function openStage(name) {
  const stage = { server: undefined, browser: undefined, expected: [] }
  const pages = []
  const states = new Map()

  before(async () => {
    stage.server = await startDemo(name)
    stage.browser = await openBrowser()
  }, { timeout: 120_000 })

  // A page for nobody or, with `as`, for a person of demo.json or somebody with that role. Other options: openPage.
  stage.page = async ({ as, ...options } = {}) => {
    const base = stage.server.url
    const person = typeof as === 'string' ? stage.server.person(as) : as
    if (person && !states.has(person.email)) {
      const door = await openPage(stage.browser, { base })
      await signIn(door, person)
      states.set(person.email, await door.context().storageState())
      await closePage(door)
    }
    const page = await openPage(stage.browser, { base, state: person && states.get(person.email), ...options })
    pages.push(page)
    return page
  }

  stage.chapter = chapters()

  after(async () => {
    const wrong = []
    for (const page of pages) await closePage(page, stage.expected).catch((error) => wrong.push(error.message))
    await stage.browser?.close()
    await stage.server?.stop().catch((error) => wrong.push(error.message))
    if (wrong.length > 0) throw new Error(wrong.join('\n'))
  }, { timeout: 60_000 })

  return stage
}
