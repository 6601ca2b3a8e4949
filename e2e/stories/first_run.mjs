// The first run: a fresh folder, the set-up link on the terminal, the first administrator (0, 2-8).

import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { axeClean } from '../lib/axe.mjs'
import { closePage, openBrowser, openPage, screenshot } from '../lib/browser.mjs'
import { button, press } from '../lib/desk.mjs'
import { signIn, startServe } from '../lib/server.mjs'
import { chapters } from '../lib/stage.mjs'

const LOGIN = 'yamada@kawabe.example'
const PASSWORD = 'kawabe-first-2026'

const chapter = chapters()
let server, browser, page, link

before(async () => {
  server = await startServe('first_run')
  browser = await openBrowser()
  page = await openPage(browser, { base: server.url })
}, { timeout: 120_000 })

after(async () => {
  await browser?.close()
  await server?.stop()
})

chapter('a fresh folder has one way in, and it stands on the terminal', async () => {
  link = /http:\/\/\S+\/setup\/\S+/.exec(server.output())?.[0]
  assert.ok(link, server.output())
  const guessed = await page.goto('/setup/guessed')
  assert.equal(guessed.status(), 404)
  await page.goto('/')
  assert.equal(await page.locator('input[name=password_again]').count(), 0)
})

chapter('a mistake is named at its field, and what was typed stays', async () => {
  await page.goto(link)
  await page.locator('#name').fill('川辺製作所')
  await page.locator('#administrator').fill('山田 隆')
  await page.locator('#login').fill(LOGIN)
  await page.locator('#password').fill(PASSWORD)
  await page.locator('#password_again').fill('something-else-2026')
  await press(page, button(page, '設定を終える'))
  assert.equal(await page.locator('#password_again').getAttribute('aria-invalid'), 'true')
  assert.equal(await page.locator('#name').inputValue(), '川辺製作所')
  await axeClean(page)
  await screenshot(page, 'first_run/1-mistake')
})

chapter('the first administrator finishes, is signed in, and is told where the keys are', async () => {
  await page.locator('#names').fill('川辺\nKawabe')
  await page.locator('#password').fill(PASSWORD)
  await page.locator('#password_again').fill(PASSWORD)
  await press(page, button(page, '設定を終える'))
  assert.equal(new URL(page.url()).pathname, '/setup/done')
  assert.match(await page.locator('main').innerText(), /川辺製作所/)
  assert.equal(await page.locator('dd.hash', { hasText: '+' }).count(), 2)
  await axeClean(page)
  await screenshot(page, 'first_run/2-done')
  const home = await page.goto('/')
  assert.equal(home.status(), 200)
  assert.equal(new URL(page.url()).pathname, '/')
  await screenshot(page, 'first_run/3-home')
})

chapter('the link works once', async () => {
  const again = await page.goto(link)
  assert.equal(again.status(), 404)
})

chapter('after a restart the administrator signs in, no link is printed, and the public page names the organisation', async () => {
  const data = server.data
  await server.stop({ keep: true })
  server = await startServe('first_run_again', data)
  assert.doesNotMatch(server.output(), /\/setup\//)
  await closePage(page)
  page = await openPage(browser, { base: server.url })
  await signIn(page, { email: LOGIN, password: PASSWORD })
  const accounts = await page.goto('/accounts/new')
  assert.equal(accounts.status(), 200)
  const official = await page.goto('/official')
  assert.equal(official.status(), 200)
  assert.match(await page.locator('body').innerText(), /川辺製作所/)
  await closePage(page)
})
