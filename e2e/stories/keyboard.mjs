// Keyboard only, from signing in to moving a post on the calendar. No mouse, and the focus can be seen at every step (1-7).

import assert from 'node:assert/strict'
import { screenshot } from '../lib/browser.mjs'
import { NEWS, delivery, mail, postOf, stateOf } from '../lib/desk.mjs'
import { pressOn, tabTo, typeInto } from '../lib/keyboard.mjs'
import { openStage } from '../lib/stage.mjs'

const stage = openStage('keyboard')
const { chapter } = stage
const TEXT = '正門の前の歩道を、来週の月曜に直します。'
const LONG = { presses_max: 200 }

let post, sato, takahashi

// Press, and wait for the next page.
const go = (page, locator, key) => Promise.all([page.waitForEvent('load'), tabTo(page, locator, LONG).then(() => page.keyboard.press(key ?? 'Enter'))])

chapter('an operator signs in, skips to the contents and begins a post', async () => {
  sato = await stage.page()
  const { password } = stage.server.person(mail('sato'))
  await sato.goto('/session/new')
  await typeInto(sato, sato.locator('#login'), mail('sato'))
  await typeInto(sato, sato.locator('#password'), password)
  await Promise.all([sato.waitForURL((url) => url.pathname === '/'), sato.keyboard.press('Enter')])
  await sato.keyboard.press('Tab')
  assert.match(await sato.evaluate(() => document.activeElement.className), /skip/)
  await sato.keyboard.press('Enter')
  await go(sato, sato.locator('main a[href="/posts/new"]'))
  await typeInto(sato, sato.locator('#text'), `${TEXT}連絡は090-1234-5678へ。`)
  await pressOn(sato, sato.getByRole('checkbox', { name: NEWS }), 'Space')
  await go(sato, sato.locator('main button[type=submit]'))
  post = postOf(sato)
})

chapter('the finding at the caret is reached from the text, and the text from the finding', async () => {
  const finding = sato.locator('#findings .finding').first()
  await finding.waitFor()
  await sato.locator('.editor__marks mark').first().waitFor({ state: 'attached' })
  await tabTo(sato, sato.locator('#text-0'), LONG)
  const at = (await sato.locator('#text-0').inputValue()).indexOf('090') + 2
  await sato.keyboard.press('Control+Home')
  for (let steps = 0; steps < at; steps += 1) await sato.keyboard.press('ArrowRight')
  await sato.keyboard.press('Alt+ArrowDown')
  assert.equal(await finding.locator('summary').first().evaluate((summary) => summary === document.activeElement), true)
  assert.equal(await finding.evaluate((details) => details.open), true)
  await screenshot(sato, 'keyboard/1-finding')
})

chapter('the words are changed, the benefit is said, and the post is submitted', async () => {
  await tabTo(sato, sato.locator('#text-0'), { ...LONG, back: true })
  await sato.keyboard.press('Control+A')
  await sato.keyboard.insertText(TEXT)
  await sato.locator('#findings .finding').first().waitFor({ state: 'detached' })
  await typeInto(sato, sato.locator('#benefit'), '歩道を通れない日が分かる。')
  await tabTo(sato, sato.getByRole('button', { name: '確認に出す' }), { ...LONG, back: true })
  await Promise.all([sato.waitForEvent('load'), sato.keyboard.press('Enter')])
  assert.equal(await stateOf(sato), 'waiting')
})

chapter('a reviewer walks the inbox with single keys and approves', async () => {
  takahashi = await stage.page({ as: mail('takahashi') })
  await takahashi.goto('/reviews')
  const rows = await takahashi.locator('[data-row]').count()
  await takahashi.keyboard.press('j')
  const focused = () => takahashi.evaluate(() => document.activeElement.getAttribute('href'))
  const first = await focused()
  assert.match(first ?? '', /^\/reviews\//)
  for (let steps = 0; (await focused()) !== `/reviews/${post}` && steps < rows; steps += 1) await takahashi.keyboard.press('j')
  assert.equal(await focused(), `/reviews/${post}`)
  await Promise.all([takahashi.waitForEvent('load'), takahashi.keyboard.press('Enter')])
  await pressOn(takahashi, takahashi.locator('#approve-read'), 'Space')
  await go(takahashi, takahashi.locator('#approve button[type=submit]'))
  await takahashi.goto(`/posts/${post}`)
  assert.equal(await stateOf(takahashi), 'cleared')
})

chapter('it is scheduled, and moved on the calendar by its grip', async () => {
  const card = delivery(takahashi, NEWS)
  // A date field takes what is typed in the order of its parts; its value is set as a picker would.
  await tabTo(takahashi, card.locator('input[type=date]'), LONG)
  await card.locator('input[type=date]').fill('2099-05-12')
  await tabTo(takahashi, card.locator('input[type=time]'), LONG)
  await card.locator('input[type=time]').fill('09:00')
  await go(takahashi, card.getByRole('button', { name: '予約する' }))
  assert.equal(await card.getAttribute('data-state'), 'scheduled')

  await takahashi.goto('/calendar?view=month&on=2099-05-12')
  const chip = takahashi.locator('.chip', { has: takahashi.locator(`a[href="/posts/${post}"]`) })
  assert.equal(await chip.getAttribute('data-date'), '2099-05-12')
  await pressOn(takahashi, chip.locator('.grip'), 'Enter')
  await takahashi.keyboard.press('ArrowRight')
  await takahashi.keyboard.press('ArrowDown')
  await takahashi.keyboard.press('Enter')
  await takahashi.locator('#move-form').waitFor()
  assert.equal(await takahashi.locator('#move-date').inputValue(), '2099-05-20')
  await screenshot(takahashi, 'keyboard/2-moving')
  await Promise.all([takahashi.waitForEvent('load'), takahashi.keyboard.press('Enter')])
  await takahashi.goto('/calendar?view=month&on=2099-05-12')
  assert.equal(await chip.getAttribute('data-date'), '2099-05-20')
})
