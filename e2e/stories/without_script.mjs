// JavaScript switched off: write, save, submit, review, schedule. Only the live checking is missing; the server checks (1-7).

import assert from 'node:assert/strict'
import { screenshot, sideways } from '../lib/browser.mjs'
import { NEWS, X, approve, begin, button, delivery, finding, mail, press, reloadUntil, schedule, stateOf, submit } from '../lib/desk.mjs'
import { openStage } from '../lib/stage.mjs'

const stage = openStage('without_script')
const { chapter } = stage
const shot = (page, name) => screenshot(page, `without_script/${name}`)
const TEXT = '試験室の見学は、火曜と木曜です。'

let post, sato, takahashi

chapter('a post is begun, and the findings stand on the page that follows', async () => {
  sato = await stage.page({ as: mail('sato'), script: false })
  post = await begin(sato, { text: `${TEXT}連絡は090-1234-5678へ。`, accounts: [NEWS, X] })
  assert.equal(await finding(sato, 'personal/phone_number').getAttribute('data-strength'), 'forbid')
  await shot(sato, '1-findings')
})

chapter('saving checks the new words', async () => {
  await sato.locator('#text-0').fill(TEXT)
  await sato.getByRole('textbox', { name: '読む人の役に立つこと' }).fill('見学できる曜日が分かる。')
  await press(sato, button(sato, '保存する').first())
  assert.equal(await sato.locator('#text-0').inputValue(), TEXT)
  assert.equal(await finding(sato, 'personal/phone_number').count(), 0)
})

chapter('every text of every account can be reached and has its own counter', async () => {
  await sato.locator('.seg label', { hasText: X }).click()
  const own = sato.locator('.variant:visible textarea')
  assert.notEqual(await own.getAttribute('name'), 'text')
  await own.fill(`${TEXT}（水曜は休みです）`)
  await press(sato, button(sato, '保存する').first())
  assert.equal(await sato.locator('figure[data-net=x] .preview__body').textContent(), `${TEXT}（水曜は休みです）`)
})

chapter('it is submitted, reviewed and approved', async () => {
  await submit(sato)
  assert.equal(await stateOf(sato), 'waiting')
  takahashi = await stage.page({ as: mail('takahashi'), script: false })
  await approve(takahashi, post)
  await takahashi.goto(`/posts/${post}`)
  assert.equal(await stateOf(takahashi), 'cleared')
})

chapter('it is scheduled, moved on the calendar by a form, and taken off', async () => {
  await schedule(takahashi, delivery(takahashi, NEWS), { date: '2099-05-11', time: '10:00' })
  assert.equal(await delivery(takahashi, NEWS).getAttribute('data-state'), 'scheduled')
  await takahashi.goto('/calendar?view=list&on=2099-05-11')
  const entry = takahashi.locator('.agenda li', { hasText: '10:00' })
  await entry.locator('summary').click()
  await entry.getByLabel('時刻').fill('11:30')
  await press(takahashi, entry.locator('button[type=submit]'))
  await takahashi.locator('.agenda li', { hasText: '11:30' }).waitFor()
  await shot(takahashi, '2-calendar')
  await takahashi.goto(`/posts/${post}`)
  await press(takahashi, delivery(takahashi, NEWS).getByRole('button', { name: '予約を外す' }))
  assert.equal(await delivery(takahashi, NEWS).getAttribute('data-state'), 'cleared')
})

chapter('it is published at once, and the public reads it', async () => {
  await press(takahashi, delivery(takahashi, NEWS).getByRole('button', { name: 'いま公開する' }))
  const link = delivery(takahashi, NEWS).getByRole('link', { name: '公開されたものを見る' })
  await reloadUntil(takahashi, async () => (await link.count()) > 0, 15_000, 'the delivery is published')
  const anyone = await stage.page({ script: false, phone: true })
  await anyone.goto(await link.getAttribute('href'))
  assert.ok((await anyone.locator('article').innerText()).includes(TEXT))
  assert.deepEqual(await sideways(anyone), [])
})

chapter('an answer takes along what was typed and not saved yet', async () => {
  const hearsay = `${TEXT}申込みは先着順だそうです。`
  await begin(sato, { text: hearsay, accounts: [NEWS] })
  await sato.locator('#text-0').fill(`${hearsay}雨の日も行います。`)
  const found = finding(sato, 'accuracy/hearsay')
  await press(sato, found.getByRole('button', { name: '回答を残す' }))
  // Nothing was brought: told at the field, and the words are kept.
  assert.match(await sato.locator('.finding .error').innerText(), /一文で足ります/)
  assert.equal(await sato.locator('#text-0').inputValue(), `${hearsay}雨の日も行います。`)
  await found.getByLabel('中身').fill('申込みの案内（2026年11月、総務部）')
  await press(sato, found.getByRole('button', { name: '回答を残す' }))
  assert.equal(await found.getAttribute('data-strength'), 'done')
  assert.equal(await sato.locator('#text-0').inputValue(), `${hearsay}雨の日も行います。`)
})
