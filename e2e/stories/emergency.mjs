// The emergency lane: a writer gives the reason, a second certified person joins for exactly these words, it goes out
// with its checks shown, the committee looks back, and the auditor finds every use of it.

import assert from 'node:assert/strict'
import { screenshot } from '../lib/browser.mjs'
import { NEWS, begin, button, delivery, mail, open, press, reloadUntil, stateOf } from '../lib/desk.mjs'
import { openStage } from '../lib/stage.mjs'

const stage = openStage('emergency')
const { chapter } = stage
const REASON = '発火のおそれがあり、確認の順番を待てません。'

let post, sato, takahashi, kobayashi

chapter('a writer opens the lane with a reason, and alone changes nothing', async () => {
  sato = await stage.page({ as: mail('sato') })
  post = await begin(sato, { text: '浄水ユニット「せせらぎ1」のご使用を、いますぐ中止してください。発火のおそれがあるそうです。', accounts: [NEWS] })
  await sato.goto(`/posts/${post}`)
  await sato.locator('#emergency summary').click()
  await sato.locator('#lane-reason').fill(REASON)
  await screenshot(sato, 'emergency/1-opening')
  await press(sato, button(sato, 'もうひとりに加わってもらう'))
  assert.match(await sato.locator('#emergency').innerText(), /加わるもうひとりを待っています/)
  assert.notEqual(await stateOf(sato), 'cleared')
})

chapter('a second certified person reads the words and the reason, and joins', async () => {
  takahashi = await stage.page({ as: mail('takahashi') })
  await takahashi.goto('/')
  assert.match(await takahashi.locator('main').innerText(), /緊急で出そうとしています/)
  await takahashi.goto(`/reviews/${post}`)
  const choice = await open(takahashi, 'join')
  assert.match(await choice.innerText(), new RegExp(REASON))
  // What was found is shown all the same.
  assert.ok((await takahashi.locator('.findings .finding').count()) > 0)
  await choice.getByRole('checkbox').check()
  await screenshot(takahashi, 'emergency/2-joining')
  await press(takahashi, choice.getByRole('button', { name: '加わる', exact: true }))
  assert.equal(await stateOf(takahashi), 'cleared')
})

chapter('it goes out at once', async () => {
  await press(takahashi, delivery(takahashi, NEWS).getByRole('button', { name: 'いま公開する' }))
  const out = async () => (await delivery(takahashi, NEWS).getAttribute('data-state')) === 'published'
  await reloadUntil(takahashi, out, 20_000, 'the post is published')
})

chapter('the committee owes a review, does it, and the auditor reads it', async () => {
  kobayashi = await stage.page({ as: mail('kobayashi') })
  await kobayashi.goto('/')
  assert.match(await kobayashi.locator('main').innerText(), /委員会として見直してください/)
  const auditor = await stage.page({ as: mail('sasaki'), phone: true })
  await auditor.goto('/emergencies')
  assert.match(await auditor.locator('[data-emergency]').innerText(), /委員会の見直し：/)
  await kobayashi.goto(`/posts/${post}#emergency`)
  await kobayashi.locator('#lane-words').fill('型番に誤りはなく、早さは適切だった。次は電話番号も添える。')
  await press(kobayashi, button(kobayashi, '見直しを記録する'))
  await auditor.reload()
  const row = await auditor.locator('[data-emergency]').innerText()
  assert.match(row, /次は電話番号も添える/)
  assert.match(row, new RegExp(REASON))
  await screenshot(auditor, 'emergency/3-listed')
})
