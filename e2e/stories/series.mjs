// Everyday posts with one standing benefit: read one after the other, approved with one press, each on its own record.

import assert from 'node:assert/strict'
import { screenshot } from '../lib/browser.mjs'
import { NEWS, begin, button, mail, press, stateOf, submit } from '../lib/desk.mjs'
import { openStage } from '../lib/stage.mjs'

const stage = openStage('series')
const { chapter } = stage
const TEXTS = ['おはようございます。', 'お昼になりました。', '今日もおつかれさまでした。']
const posts = []
let takahashi

chapter('three everyday posts with the same benefit are handed in', async () => {
  const sato = await stage.page({ as: mail('sato') })
  for (const text of TEXTS) {
    posts.push(await begin(sato, { text, accounts: [NEWS] }))
    await sato.getByRole('textbox', { name: '読む人の役に立つこと' }).fill('その日の水の使い方が分かる。')
    await submit(sato)
  }
})

chapter('the reviewer opens each before the press is there', async () => {
  takahashi = await stage.page({ as: mail('takahashi') })
  await takahashi.goto('/reviews')
  await press(takahashi, takahashi.getByRole('link', { name: /連載3件/ }))
  for (let n = 1; n <= TEXTS.length; n += 1) {
    const shown = await takahashi.locator('#series').innerText()
    assert.match(shown, new RegExp(`3件のうち${n}件目`))
    assert.equal(TEXTS.filter((text) => shown.includes(text)).length, 1, 'one text at a time')
    assert.equal(await takahashi.getByRole('button', { name: /承認する/ }).count(), 0)
    if (n === 2) await screenshot(takahashi, 'series/1-one-by-one')
    await press(takahashi, button(takahashi, '読みました。次へ'))
  }
  await screenshot(takahashi, 'series/2-all-read')
})

chapter('one press approves them, and each has its own line on the record', async () => {
  await press(takahashi, button(takahashi, '3件を承認する'))
  assert.match(await takahashi.locator('main').innerText(), /連載を承認しました/)
  for (const post of posts) {
    await takahashi.goto(`/posts/${post}`)
    assert.equal(await stateOf(takahashi), 'cleared')
    assert.match(await takahashi.locator('main').innerText(), /高橋 健が、第1版を承認しました/)
  }
})
