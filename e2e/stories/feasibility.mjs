// Who can clear what and when: a week with nobody on Sunday, people who say they are there, a time that nobody can keep.

import assert from 'node:assert/strict'
import { screenshot } from '../lib/browser.mjs'
import { NEWS, begin, button, delivery, mail, press, schedule, submit } from '../lib/desk.mjs'
import { openStage } from '../lib/stage.mjs'

const stage = openStage('feasibility')
const { chapter } = stage

chapter('the page says what cannot be cleared on a Sunday, and who is missing', async () => {
  const member = await stage.page({ as: mail('kobayashi') })
  await member.goto('/feasibility')
  const sunday = member.locator('tbody tr').nth(1).locator('td[data-label*="（日）"]')
  assert.match(await sunday.innerText(), /できない/)
  assert.match(await sunday.innerText(), /書く人/)
  await screenshot(member, 'feasibility/1-week')
  const sato = await stage.page({ as: mail('sato') })
  const takahashi = await stage.page({ as: mail('takahashi') })
  for (const page of [sato, takahashi]) {
    await page.goto('/me')
    await page.locator('#presence').getByRole('checkbox', { name: '日曜日' }).check()
    await press(page, button(page, '曜日を決める'))
  }
  await member.reload()
  assert.doesNotMatch(await sunday.innerText(), /書く人/)
})

chapter('a time for which nobody is left to review is told on the post and in the composer', async () => {
  const admin = await stage.page({ as: mail('yamada') })
  const sato = await stage.page({ as: mail('sato') })
  const post = await begin(sato, { text: 'おはようございます。', accounts: [NEWS] })
  await sato.getByRole('textbox', { name: '読む人の役に立つこと' }).fill('その日の水の使い方が分かる。')
  await submit(sato)
  const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
  await schedule(sato, delivery(sato, NEWS), { date: soon, time: '09:00' })
  await admin.goto('/people')
  const links = await admin.locator('a[href^="/people/"]').evaluateAll((all) => [...new Set(all.map((a) => a.getAttribute('href')))])
  const [from, until] = [-1, 30].map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10))
  for (const link of links.filter((href) => /^\/people\/[0-9a-f]+$/.test(href))) {
    await admin.goto(link)
    if (/佐藤/.test(await admin.locator('h1').innerText())) continue
    await admin.locator('#leave-from').fill(from)
    await admin.locator('#leave-until').fill(until)
    await press(admin, button(admin, '休みを入れる'))
  }
  for (const path of [`/posts/${post}`, `/posts/${post}/edit`]) {
    await sato.goto(path)
    assert.match(await sato.locator('main').innerText(), /までに通せません。足りないもの：確認する人/)
  }
  await screenshot(sato, 'feasibility/2-composer')
})
