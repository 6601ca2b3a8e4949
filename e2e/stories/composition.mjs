// A Japanese input method in the composer: Enter while composing sends nothing, and findings do not disturb what is
// being composed (1-7).

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NEWS, begin, finding, findings, mail } from '../lib/desk.mjs'
import { inputMethod } from '../lib/input_method.mjs'
import { openStage } from '../lib/stage.mjs'

const stage = openStage('composition')
const PHONE = '森田さん（090-1234-5678）'

async function composer() {
  const page = await stage.page({ as: mail('sato') })
  const post = await begin(page, { text: 'お便りが届きました。', accounts: [NEWS] })
  const text = page.locator('#text-0')
  await text.focus()
  await page.keyboard.press('Control+End')
  const asked = []
  page.on('request', (request) => { if (request.method() !== 'GET') asked.push(`${request.method()} ${new URL(request.url()).pathname}`) })
  return { page, post, text, asked, ime: await inputMethod(page) }
}

test('the Enter that takes a composition sends no form, in the text and in a field of one line', async () => {
  for (const way of ['accept', 'acceptAsSafari']) {
    const { page, post, text, asked, ime } = await composer()
    await ime.compose('に', 'にほ', '日本')
    await ime[way]('日本')
    assert.ok((await text.inputValue()).endsWith('届きました。日本'))
    const title = page.getByRole('textbox', { name: '題' })
    await title.focus()
    await ime.compose('たより', '便り')
    await ime.accept('便り')
    assert.equal(await title.inputValue(), '便り')
    assert.match(page.url(), new RegExp(`/posts/${post}/edit`))
    assert.ok(asked.every((one) => one === `POST /posts/${post}/findings`), `${way}: ${asked}`)
    await ime.close()
  }
})

test('the same Enter does not start a search; the next one does', async () => {
  const { page, post, ime } = await composer()
  await page.goto('/posts')
  await page.locator('#q').focus()
  await ime.compose('みずの', '水の日')
  await ime.accept('水の日')
  await page.waitForTimeout(300)
  assert.equal(new URL(page.url()).search, '')
  await Promise.all([page.waitForURL(/q=/), page.keyboard.press('Enter')])
  assert.equal(new URL(page.url()).searchParams.get('q'), '水の日')
  assert.equal(await page.locator(`a[href="/posts/${post}"]`).count(), 0)
  await ime.close()
})

test('nothing is checked or saved while composing; when it ends, the findings come', async () => {
  const { page, post, text, asked, ime } = await composer()
  await page.keyboard.insertText(PHONE)
  await finding(page, 'personal/phone_number').waitFor()
  const before = await findings(page).count()
  asked.length = 0
  await ime.compose('か', 'から', 'から、うれしい')
  // Longer than the pause after which a check is asked for, and than the one after which the draft is saved.
  await page.waitForTimeout(3500)
  assert.deepEqual(asked, [])
  assert.ok((await text.inputValue()).endsWith(`${PHONE}から、うれしい`))
  assert.equal(await findings(page).count(), before)
  const checked = page.waitForResponse((response) => response.url().endsWith(`/posts/${post}/findings`))
  await ime.accept('から、うれしい')
  await checked
  assert.ok((await text.inputValue()).endsWith(`${PHONE}から、うれしい`))
  await ime.close()
})

test('a finding that arrives during a composition leaves the text, its caret and the focus alone', async () => {
  const { page, post, text, ime } = await composer()
  // The answer to a check is held back until the next composition is under way.
  let release
  const held = new Promise((resolve) => { release = resolve })
  await page.route(`**/posts/${post}/findings`, async (route) => { await held; await route.continue() })
  const asked = page.waitForRequest((request) => request.url().endsWith('/findings'))
  await page.keyboard.insertText(PHONE)
  await asked
  await ime.compose('から', 'からの')
  release()
  await page.waitForResponse((response) => response.url().endsWith('/findings')).catch(() => null)
  await ime.compose('からの便り')
  await ime.accept('からの便り')
  assert.ok((await text.inputValue()).endsWith(`${PHONE}からの便り`), await text.inputValue())
  assert.equal(await text.evaluate((field) => field === document.activeElement && field.selectionStart === field.value.length), true)
  await finding(page, 'personal/phone_number').waitFor()
  const marked = await page.locator('[data-v="0"] .editor__marks mark').allTextContents()
  assert.ok(marked.some((words) => words.includes('090-1234-5678')), `marked: ${marked}`)
  await ime.close()
})

test('a cancelled composition leaves the text as it was', async () => {
  const { text, ime } = await composer()
  await ime.compose('に', 'にほん')
  await ime.cancel()
  assert.equal(await text.inputValue(), 'お便りが届きました。')
  await ime.close()
})
