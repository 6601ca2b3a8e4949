// A phone of 390 pixels: a review is given and a post is published by hand, with nothing that scrolls sideways (1-2, 1-7).

import assert from 'node:assert/strict'
import { screenshot, sideways } from '../lib/browser.mjs'
import { X, begin, button, delivery, mail, png, press, stateOf, submit } from '../lib/desk.mjs'
import { openStage } from '../lib/stage.mjs'

const stage = openStage('phone')
const { chapter } = stage
const TEXT = '図書館の展示に、触れる模型を加えました。'

let post, phone

chapter('a reviewer reads and approves with the thumb', async () => {
  const sato = await stage.page({ as: mail('sato') })
  post = await begin(sato, { text: TEXT, accounts: [X] })
  await sato.getByRole('textbox', { name: '読む人の役に立つこと' }).fill('展示の内容が分かる。')
  await submit(sato)

  phone = await stage.page({ as: mail('takahashi'), phone: true })
  await phone.goto('/reviews')
  assert.deepEqual(await sideways(phone), [])
  await Promise.all([phone.waitForURL(`**/reviews/${post}`), phone.locator(`.card a[href="/reviews/${post}"]`).first().tap()])
  assert.deepEqual(await sideways(phone), [])
  assert.ok((await phone.locator('.bytes').first().textContent()).includes('図書館'))
  await screenshot(phone, 'phone/1-review')
  const bar = phone.locator('.thumb-bar')
  assert.equal(await bar.isVisible(), true)
  await bar.getByRole('link', { name: '承認' }).tap()
  await phone.getByRole('checkbox', { name: '最後まで見ました' }).check()
  await press(phone, phone.locator('#approve').getByRole('button', { name: '承認する' }))
  await phone.goto(`/posts/${post}`)
  assert.equal(await stateOf(phone), 'cleared')
  assert.deepEqual(await sideways(phone), [])
})

chapter('what a thumb presses is large enough', async () => {
  await phone.goto(`/posts/${post}`)
  for (const name of ['手で公開する', '予約する']) {
    const { width, height } = await phone.locator('.btn', { hasText: name }).first().boundingBox()
    assert.ok(width >= 24 && height >= 24, `${name}: ${width} × ${height}`)
  }
})

chapter('a post is published by hand from the phone, with its proof', async () => {
  await press(phone, delivery(phone, X).getByRole('link', { name: '手で公開する' }))
  await press(phone, button(phone, '公開をはじめる'))
  assert.deepEqual(await sideways(phone), [])
  assert.equal(await phone.locator('#exact').getAttribute('data-exact'), TEXT)
  await phone.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await button(phone, '写しを取る').first().tap()
  await phone.locator('#copied', { hasText: /./ }).waitFor()
  assert.equal(await phone.evaluate(() => navigator.clipboard.readText()), TEXT)
  await screenshot(phone, 'phone/2-by-hand')
  await phone.getByLabel('公開されたもののURL').fill('https://x.example/asanagi_kiki/status/2')
  await phone.locator('#capture').setInputFiles({ name: 'capture.png', mimeType: 'image/png', buffer: png(390, 844) })
  await press(phone, button(phone, '公開しました'))
  assert.equal(await delivery(phone, X).getAttribute('data-state'), 'published')
  assert.deepEqual(await sideways(phone), [])
})

chapter('every page of the team fits', async () => {
  const wide = []
  for (const path of ['/', '/posts', '/posts/new', `/posts/${post}/revisions`, '/consultations', '/calendar', '/calendar?view=week', '/calendar?view=list', '/stops', '/policy', '/accounts', '/people', '/official', '/log/']) {
    await phone.goto(path)
    for (const what of await sideways(phone)) wide.push(`${path}: ${what}`)
  }
  assert.deepEqual(wide, [])
  await phone.goto('/calendar')
  await screenshot(phone, 'phone/3-calendar')
})
