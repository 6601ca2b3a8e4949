// A stop holds everything at once. Somebody else lifts it, and what was missed meanwhile waits for a person (2-5).

import assert from 'node:assert/strict'
import { screenshot } from '../lib/browser.mjs'
import { NEWS, X, approve, begin, button, delivery, mail, nextMinute, press, reloadUntil, schedule, stateOf, submit } from '../lib/desk.mjs'
import { openStage } from '../lib/stage.mjs'

const stage = openStage('stop')
const { chapter } = stage
const REASON = '災害の情報が出ている。'

let post, sato, takahashi, kobayashi, minute

chapter('a cleared post is due at the next minute', async () => {
  sato = await stage.page({ as: mail('sato') })
  post = await begin(sato, { text: '工場のまわりの清掃を、朝のうちに行います。', accounts: [NEWS, X] })
  await sato.getByRole('textbox', { name: '読む人の役に立つこと' }).fill('音の出る時間が分かる。')
  await submit(sato)
  takahashi = await stage.page({ as: mail('takahashi') })
  await approve(takahashi, post)
  await takahashi.goto(`/posts/${post}`)
  assert.equal(await stateOf(takahashi), 'cleared')
  minute = nextMinute(15)
  await schedule(takahashi, delivery(takahashi, NEWS), minute)
  assert.equal(await delivery(takahashi, NEWS).getAttribute('data-state'), 'scheduled')
})

chapter('one press and a reason stop everything', async () => {
  await sato.goto('/')
  await sato.getByRole('link', { name: 'すべて止める' }).click()
  const dialog = sato.locator('#stop-dialog')
  await dialog.getByLabel('理由').fill(REASON)
  // Enter in the field does not stop anything by mistake.
  await sato.keyboard.press('Enter')
  assert.equal(await dialog.isVisible(), true)
  await press(sato, dialog.getByRole('button', { name: '止める', exact: true }))
  assert.ok(Date.now() < minute.at, 'the stop came after the minute: the machine is too slow for this story')
  await sato.goto('/stops')
  assert.match(await sato.locator('.stopped').innerText(), new RegExp(REASON))
  await screenshot(sato, 'stop/1-stopped')
  await takahashi.goto(`/posts/${post}`)
  assert.equal(await takahashi.getByRole('button', { name: 'いま公開する' }).count(), 0)
  await takahashi.goto('/')
  assert.match(await takahashi.locator('#stop').innerText(), /すべて止まっています/)
})

chapter('nothing goes out by hand either', async () => {
  await takahashi.goto(`/posts/${post}`)
  const by_hand = delivery(takahashi, X).getByRole('link', { name: '手で公開する' })
  if ((await by_hand.count()) > 0) {
    await press(takahashi, by_hand)
    assert.equal(await button(takahashi, '公開をはじめる').count(), 0)
    assert.equal(await takahashi.locator('#exact').count(), 0)
  }
})

chapter('whoever ordered it cannot lift it; a member of the committee does, with a reason', async () => {
  assert.equal(await sato.locator('form[action$="/lifting"]').count(), 0)
  await takahashi.goto(`/posts/${post}`)
  const missed = async () => (await delivery(takahashi, NEWS).getAttribute('data-state')) === 'expired'
  await reloadUntil(takahashi, missed, minute.at - Date.now() + 15_000, 'the delivery has missed its time')
  kobayashi = await stage.page({ as: mail('kobayashi') })
  await kobayashi.goto('/stops')
  await kobayashi.locator('summary', { hasText: '再開する' }).click()
  await kobayashi.getByLabel('再開の理由').fill('情報が落ち着いた。')
  await press(kobayashi, kobayashi.locator('form[action$="/lifting"] button'))
  assert.equal(await kobayashi.locator('.stopped').count(), 0)
})

chapter('what was missed waits, and a person gives it a new time', async () => {
  await takahashi.goto('/stops#missed')
  const row = takahashi.locator('.missed', { has: takahashi.locator(`a[href="/posts/${post}"]`) })
  assert.match(await row.innerText(), /発信が止められているあいだに、時刻を過ぎました/)
  await screenshot(takahashi, 'stop/2-missed')
  // Long enough for the job to look again: it must not be sent by itself.
  await takahashi.waitForTimeout(2500)
  await takahashi.reload()
  assert.equal(await row.count(), 1)
  await row.getByLabel('発信する日').fill('2099-05-11')
  await press(takahashi, row.getByRole('button', { name: 'この時刻に出す' }))
  await takahashi.goto(`/posts/${post}`)
  assert.equal(await delivery(takahashi, NEWS).getAttribute('data-state'), 'scheduled')
})
