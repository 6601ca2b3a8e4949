// The sample organisation opens: the public sees its accounts, an operator signs in (0, 2-8).

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { screenshot } from '../lib/browser.mjs'
import { openStage } from '../lib/stage.mjs'

const stage = openStage('smoke')

test('anyone sees the list of official accounts without signing in', async () => {
  const page = await stage.page()
  const response = await page.goto('/official')
  assert.equal(response.status(), 200)
  assert.equal(await page.locator('html').getAttribute('lang'), 'ja')
  await screenshot(page, 'smoke/official')
})

test('an operator signs in and is greeted with what waits', async () => {
  const page = await stage.page({ as: 'operator' })
  const response = await page.goto('/')
  assert.equal(response.status(), 200)
  assert.equal(await page.locator('main').count(), 1)
  await screenshot(page, 'smoke/home')
})
