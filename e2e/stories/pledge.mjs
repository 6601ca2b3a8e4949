// Everybody's part, on a phone: read the policy article by article, pass the quiz, acknowledge, keep the receipt (1, 1-1).

import assert from 'node:assert/strict'
import { axeClean } from '../lib/axe.mjs'
import { screenshot, sideways } from '../lib/browser.mjs'
import { button, mail, press } from '../lib/desk.mjs'
import { openStage } from '../lib/stage.mjs'

const stage = openStage('pledge')
const { chapter } = stage
let phone

chapter('the first page says what waits, and it leads to the articles', async () => {
  phone = await stage.page({ as: mail('matsumoto'), phone: true })
  await phone.goto('/')
  await press(phone, phone.getByRole('link', { name: '方針を読んで確認する' }))
  assert.equal(await button(phone, '読みました。確認します').count(), 0, 'not before the quiz')
  assert.deepEqual(await sideways(phone), [])
  await axeClean(phone)
  await screenshot(phone, 'pledge/1-open')
  await press(phone, phone.locator('.articles a').first())
  await press(phone, phone.locator('a[rel=next]'))
  assert.equal(new URL(phone.url()).pathname, '/policy/1')
})

chapter('wrong answers are explained, nothing is kept, and another try is free', async () => {
  await phone.goto('/pledge/quiz')
  const fields = phone.locator('fieldset')
  const count = await fields.count()
  assert.ok(count >= 10, `${count} questions`)
  for (let n = 0; n < count; n += 1) await fields.nth(n).locator('input[type=radio]').first().check()
  await screenshot(phone, 'pledge/2-quiz')
  await press(phone, button(phone, '答え合わせをする'))
  const explained = await phone.locator('main li.card').count()
  assert.equal(explained, count)
  await axeClean(phone)
  await screenshot(phone, 'pledge/3-answers')
})

chapter('with the right answers the pledge can be given, and the receipt is there to print', async () => {
  const right = {}
  for (const card of await phone.locator('main li.card').all()) {
    const strong = card.locator('strong')
    const shown = (await strong.count()) ? strong : card.locator('p.strength + p')
    right[await card.locator('h2').innerText()] = await shown.first().innerText()
  }
  await phone.goto('/pledge/quiz')
  for (const field of await phone.locator('fieldset').all()) {
    const legend = await field.locator('legend').innerText()
    const key = Object.keys(right).find((asked) => legend.startsWith(asked))
    assert.ok(key, legend)
    await field.locator('label', { hasText: right[key] }).locator('input').check()
  }
  await press(phone, button(phone, '答え合わせをする'))
  assert.match(await phone.locator('main').innerText(), /合格です/)
  await press(phone, phone.getByRole('link', { name: '確認に進む' }))
  await press(phone, button(phone, '読みました。確認します'))
  assert.match(await phone.locator('main').innerText(), /確認の控え/)
  assert.deepEqual(await sideways(phone), [])
  await axeClean(phone)
  await screenshot(phone, 'pledge/4-receipt')
})

chapter('who looks after it sees one person less', async () => {
  const yoshida = await stage.page({ as: mail('yoshida') })
  await yoshida.goto('/people')
  await press(yoshida, yoshida.getByRole('link', { name: '方針の確認の状況' }))
  const shown = await yoshida.locator('main').innerText()
  assert.match(shown, /小林 由美/)
  assert.doesNotMatch(shown, /松本/)
  await screenshot(yoshida, 'pledge/5-status')
})
