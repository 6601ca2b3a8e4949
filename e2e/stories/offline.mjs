// A draft outlives the connection and the other writer: what was typed offline is offered back, and where two people
// edit the same draft, the second sees the difference and loses nothing (1-7).

import assert from 'node:assert/strict'
import { screenshot } from '../lib/browser.mjs'
import { NEWS, begin, button, mail, postOf, press, write } from '../lib/desk.mjs'
import { openStage } from '../lib/stage.mjs'

const stage = openStage('offline')
const { chapter } = stage
// The browser says so when it cannot reach the server; the page says it better.
stage.expected = [/ERR_INTERNET_DISCONNECTED/]

const TEXT = '浄水器の回収を始めます。'
const OFFLINE = `${TEXT}お近くの販売店にお持ちください。`

let sato, post

chapter('without a connection the page says so, and the words stay in the browser', async () => {
  sato = await stage.page({ as: mail('sato') })
  post = await begin(sato, { text: TEXT, accounts: [NEWS] })
  await sato.context().setOffline(true)
  await sato.locator('#text-0').fill(OFFLINE)
  await sato.locator('#saved', { hasText: 'つながっていません' }).waitFor()
  await screenshot(sato, 'offline/1-offline')
})

chapter('a page that was closed offline offers the words back when it is opened again', async () => {
  await sato.goto('about:blank')
  await sato.context().setOffline(false)
  await sato.goto(`/posts/${post}/edit`)
  assert.equal(await sato.locator('#text-0').inputValue(), TEXT)
  await sato.locator('#kept').waitFor()
  await screenshot(sato, 'offline/2-offered')
  await sato.locator('#kept-take').click()
  assert.equal(await sato.locator('#text-0').inputValue(), OFFLINE)
  await sato.locator('#saved', { hasText: '保存しました' }).waitFor()
  await sato.reload()
  assert.equal(await sato.locator('#text-0').inputValue(), OFFLINE)
  assert.equal(await sato.locator('#kept').isVisible(), false)
})

chapter('back on the line, the page saves by itself', async () => {
  await sato.context().setOffline(true)
  await sato.locator('#text-0').fill(`${OFFLINE}休みの日もお受けします。`)
  await sato.locator('#saved', { hasText: 'つながっていません' }).waitFor()
  await sato.context().setOffline(false)
  await sato.locator('#saved', { hasText: '保存しました' }).waitFor()
  await sato.reload()
  assert.equal(await sato.locator('#text-0').inputValue(), `${OFFLINE}休みの日もお受けします。`)
})

chapter('two people edit one draft: the second sees the difference and loses nothing', async () => {
  const takahashi = await stage.page({ as: mail('takahashi') })
  await takahashi.goto(`/posts/${post}/edit`)
  assert.equal(postOf(takahashi), post)
  await takahashi.locator('#text-0').fill(`${OFFLINE}送料は当社が持ちます。`)
  await press(takahashi, button(takahashi, '保存する').first())

  const mine = `${OFFLINE}受付は9時からです。`
  await sato.locator('#text-0').fill(mine)
  await sato.locator('#conflict').waitFor()
  assert.equal(await sato.locator('#text-0').inputValue(), mine)
  await press(sato, button(sato, '違いを見る'))
  assert.match(await sato.locator('main').innerText(), /高橋 健さん/)
  const [gone, come] = [await sato.locator('.diff del').allTextContents(), await sato.locator('.diff ins').allTextContents()]
  assert.ok(gone.join('').includes('送料'), `gone: ${gone}`)
  assert.ok(come.join('').includes('受付'), `come: ${come}`)
  assert.equal(await sato.locator('#yours').inputValue(), mine)
  await screenshot(sato, 'offline/3-conflict')
  await press(sato, button(sato, '自分の文面を新しい版にする'))
  assert.equal(await sato.locator('#text-0').inputValue(), mine)
  await sato.goto(`/posts/${post}/revisions`)
  assert.match(await sato.locator('main').innerText(), /高橋 健/)
})
