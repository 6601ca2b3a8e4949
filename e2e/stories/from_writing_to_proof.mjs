// One post of two accounts, from the first word to the proof: written, answered, reviewed, doubted, ruled on, scheduled,
// published on the official page and by hand, and verified by somebody who has only the certificate's file
// (1-2, 1-3, 1-4, 1-7, 1-8, 2-1, 2-2, 2-4, 2-7, 2-9).

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OUT, ROOT, screenshot } from '../lib/browser.mjs'
import {
  NEWS, X, approve, begin, button, delivery, finding, findings, mail, nextMinute, open, png, press, reloadUntil,
  schedule, stateOf, submit, write,
} from '../lib/desk.mjs'
import { BINARY } from '../lib/server.mjs'
import { openStage } from '../lib/stage.mjs'

const stage = openStage('from_writing_to_proof')
const { chapter } = stage
const shot = (page, name) => screenshot(page, `from_writing_to_proof/${name}`)

const FIRST = '工場の冬の見学会を、来月も開きます。'
const HASTY = `${FIRST}\n前の回は、すぐに定員になったそうです。お申し込みは森田さん（090-1234-5678）へどうぞ。`
const ANSWERED = `${FIRST}\n前の回は、すぐに定員になったそうです。お申し込みは0120-000-123へどうぞ。`
const RETURNED = `${FIRST}\n前の回は、すぐに定員になったそうです。お申し込みは、お客さま窓口（0120-000-123）へどうぞ。`
const FINAL = `${RETURNED}\n日にちは、お知らせのページに載せます。`
const FOR_X = '工場の冬の見学会を、来月も開きます。お申し込みは、お客さま窓口へどうぞ。'
const COMMENT = '窓口の名前も書いてください。番号だけでは、どこにつながるか分かりません。'

let post, sato, takahashi, kobayashi, file, key

chapter('an operator begins a post for two accounts and sees findings beside the text while typing', async () => {
  sato = await stage.page({ as: mail('sato') })
  post = await begin(sato, { text: FIRST, accounts: [NEWS, X] })
  assert.equal(await findings(sato).count(), 0)
  await write(sato, HASTY)
  await finding(sato, 'personal/phone_number').waitFor()
  await finding(sato, 'accuracy/hearsay').waitFor()
  assert.equal(await finding(sato, 'personal/phone_number').getAttribute('data-strength'), 'forbid')
  assert.equal(await finding(sato, 'accuracy/hearsay').getAttribute('data-strength'), 'answer')
  assert.equal(await sato.locator('.group__head', { has: sato.locator('.item-no', { hasText: '1-4' }) }).count(), 1)
  const marked = await sato.locator('[data-v="0"] .editor__marks mark').allTextContents()
  assert.ok(marked.some((text) => text.includes('090-1234-5678')), `marked: ${marked}`)
  assert.match(await sato.locator('#why-not').innerText(), /本文の直し1件/)
  await shot(sato, '1-findings')
})

chapter('the finding that asks for a source is answered with one', async () => {
  const hearsay = finding(sato, 'accuracy/hearsay')
  if (!(await hearsay.evaluate((details) => details.open))) await hearsay.locator('summary').first().click()
  await hearsay.getByLabel('中身').fill('前回の申込記録（2026年2月、総務部）')
  await press(sato, hearsay.getByRole('button', { name: '回答を残す' }))
  await finding(sato, 'accuracy/hearsay').waitFor()
  assert.equal(await finding(sato, 'accuracy/hearsay').getAttribute('data-strength'), 'done')
  assert.equal(await sato.locator('#text-0').inputValue(), HASTY)
})

chapter('the phone number of a person gives way to the one of the company, and its finding goes', async () => {
  await write(sato, ANSWERED)
  await finding(sato, 'personal/phone_number').waitFor({ state: 'detached' })
  assert.equal(await sato.locator('[data-v="0"] mark[data-strength=forbid]').count(), 0)
})

chapter('a picture is added with its words, its rights and the consent of those on it', async () => {
  await sato.locator('#media').setInputFiles({ name: '見学会.png', mimeType: 'image/png', buffer: png() })
  await press(sato, button(sato, '加える'))
  const media = sato.locator('.media').first()
  assert.equal(await sato.locator('.media').count(), 1)
  await media.getByLabel('代替テキスト').fill('青い壁の前に置かれた、白い浄水機。')
  await media.getByLabel('根拠の中身').fill('社内の広報係が作図')
  await media.locator('input[type=radio][value=nobody_recognisable]').check()
  await sato.getByRole('textbox', { name: '読む人の役に立つこと' }).fill('見学の申し込み先が分かる。')
  await press(sato, button(sato, '保存する').first())
  assert.equal(await sato.locator('.media').getByLabel('代替テキスト').inputValue(), '青い壁の前に置かれた、白い浄水機。')
  assert.equal(await sato.locator('#text-0').inputValue(), ANSWERED)
})

chapter('the counter is exact, each account may have its own words, and the preview shows them', async () => {
  const onX = sato.locator('figure[data-net=x] .preview__body')
  const onPage = sato.locator('figure[data-net=web] .preview__body').first()
  assert.equal(await onX.textContent(), ANSWERED)
  await sato.locator('.seg label', { hasText: X }).click()
  const own = sato.locator('.variant:visible textarea')
  await own.fill(FOR_X)
  // Every character of these words has the weight 2 on X.
  const counted = sato.locator('.variant:visible .counter[data-counting=x] output')
  assert.match(await counted.innerText(), new RegExp(`^${2 * [...FOR_X].length} / 280$`))
  assert.equal(await onX.textContent(), FOR_X)
  assert.equal(await onPage.textContent(), ANSWERED)
  await shot(sato, '2-variants-and-preview')
  await own.fill(`${FOR_X}${'あ'.repeat(140)}`)
  assert.match(await counted.innerText(), /超過/)
  await own.fill(FOR_X)
})

chapter('it is submitted, and the author cannot review it', async () => {
  await submit(sato)
  assert.equal(await stateOf(sato), 'waiting')
  await shot(sato, '3-submitted')
  await sato.goto(`/reviews/${post}`)
  assert.equal(await sato.locator('form[action$="/approvals"]').count(), 0)
  assert.ok((await sato.locator('#approve .choice__why').textContent()).trim().length > 5)
})

chapter('a reviewer sees exactly the bytes, and asks for changes with a comment, never without', async () => {
  takahashi = await stage.page({ as: mail('takahashi') })
  await takahashi.goto('/reviews')
  await takahashi.locator(`a[href="/reviews/${post}"]`).waitFor()
  await takahashi.goto(`/reviews/${post}`)
  const bytes = await takahashi.locator('section.card .bytes').allTextContents()
  assert.ok(bytes.some((text) => text.replaceAll(/\s/g, '').includes(FOR_X)), bytes.join('\n'))
  const back = await open(takahashi, 'return')
  await back.getByRole('button', { name: '戻す' }).click()
  assert.equal(await back.getByLabel('どこを、なぜ').evaluate((field) => field.validity.valueMissing), true)
  await back.getByLabel('どこを、なぜ').fill(COMMENT)
  await shot(takahashi, '4-review')
  await press(takahashi, back.getByRole('button', { name: '戻す' }))
  await sato.goto('/reviews')
  await press(sato, sato.getByRole('link', { name: '戻った' }))
  assert.match(await sato.locator('.row', { has: sato.locator(`a[href*="${post}"]`) }).innerText(), new RegExp(`高橋 健さんから：${COMMENT}`))
  await sato.goto(`/posts/${post}`)
  assert.equal(await stateOf(sato), 'returned')
})

chapter('the author changes the words, the reviewer sees what changed and approves', async () => {
  await sato.goto(`/posts/${post}/edit`)
  await write(sato, RETURNED)
  await submit(sato)
  await takahashi.goto(`/reviews/${post}`)
  const added = await takahashi.locator('.diff ins').allTextContents()
  assert.ok(added.join('').includes('お客さま窓口'), `added: ${added}`)
  await approve(takahashi, post)
  await sato.goto(`/posts/${post}`)
  assert.equal(await stateOf(sato), 'cleared')
})

chapter('an edit leaves no approval standing', async () => {
  await sato.goto(`/posts/${post}/edit`)
  await write(sato, FINAL)
  await submit(sato)
  assert.equal(await stateOf(sato), 'waiting')
  await takahashi.goto(`/reviews/${post}`)
  assert.match(await takahashi.locator('.notice').first().innerText(), /高橋 健さんの承認.*もう効きません/)
})

chapter('a doubt blocks the post until the one who raised it is satisfied', async () => {
  await approve(takahashi, post)
  const ito = await stage.page({ as: mail('ito') })
  await ito.goto(`/reviews/${post}`)
  const doubt = await open(ito, 'doubt')
  await doubt.getByLabel('何が疑わしいか').fill('会議室の予約がまだ取れていません。')
  await press(ito, doubt.getByRole('button', { name: '疑義を出す' }))
  await sato.goto(`/posts/${post}`)
  assert.equal(await stateOf(sato), 'waiting')
  assert.match(await sato.locator('.page-head .state').innerText(), /疑義1件/)
  assert.equal(await sato.getByRole('button', { name: 'いま公開する' }).count(), 0)
  assert.equal(await sato.getByRole('button', { name: '疑義を解く' }).count(), 0)
  await shot(sato, '5-doubted')
  await ito.goto(`/posts/${post}`)
  await ito.getByLabel('どう解けたか').fill('総務部が、来月の会議室を押さえました。')
  await press(ito, ito.getByRole('button', { name: '疑義を解く' }))
  await sato.goto(`/posts/${post}`)
  assert.equal(await stateOf(sato), 'cleared')
})

chapter('a question goes to the committee; a member rules, and the condition becomes an obligation', async () => {
  await takahashi.goto(`/reviews/${post}`)
  const ask = await open(takahashi, 'committee')
  await ask.getByLabel('聞きたいこと').fill('見学会の安全の手順は、これで足りていますか。')
  await press(takahashi, ask.getByRole('button', { name: '回す' }))
  kobayashi = await stage.page({ as: mail('kobayashi') })
  await kobayashi.goto('/consultations')
  await press(kobayashi, kobayashi.getByRole('link', { name: '見学会の安全の手順' }))
  await kobayashi.locator('input[name=protected][value=no]').check()
  await kobayashi.locator('input[name=verdict]').first().check()
  await kobayashi.getByLabel('理由').fill('事実だけを述べており、差し支えない。')
  await kobayashi.locator('#condition-1').fill('安全の手順書を、当日までに掲示すること。')
  await shot(kobayashi, '6-ruling')
  await press(kobayashi, kobayashi.getByRole('button', { name: '裁定を下す' }))
  await sato.goto(`/posts/${post}`)
  assert.equal(await stateOf(sato), 'waiting')
  assert.match(await sato.locator('section:has(#o-h)').innerText(), /裁定の条件：[^\n]+\s+要回答/)
  await press(sato, sato.getByRole('link', { name: '見学会の安全の手順' }))
  await sato.getByLabel('どう果たしたか').fill('手順書を正門に掲示した。')
  await press(sato, sato.getByRole('button', { name: '回答を残す' }))
  await sato.goto(`/posts/${post}`)
  assert.equal(await stateOf(sato), 'cleared')
})

chapter('it is scheduled on the official page, and on X it goes out by hand with proof', async () => {
  await takahashi.goto(`/posts/${post}`)
  const minute = nextMinute()
  await schedule(takahashi, delivery(takahashi, NEWS), minute)
  assert.equal(await delivery(takahashi, NEWS).getAttribute('data-state'), 'scheduled')
  await takahashi.goto('/calendar')
  await takahashi.locator('.chip', { hasText: minute.time }).first().waitFor()
  await shot(takahashi, '7-calendar')

  await takahashi.goto(`/posts/${post}`)
  await press(takahashi, delivery(takahashi, X).getByRole('link', { name: '手で公開する' }))
  assert.equal(await takahashi.locator('#exact').count(), 0)
  await press(takahashi, button(takahashi, '公開をはじめる'))
  assert.equal(await takahashi.locator('#exact').getAttribute('data-exact'), FOR_X)
  await takahashi.getByLabel('公開されたもののURL').fill('https://x.example/asanagi_kiki/status/1')
  await takahashi.locator('#capture').setInputFiles({ name: 'capture.png', mimeType: 'image/png', buffer: png(390, 700) })
  await shot(takahashi, '8-by-hand')
  await press(takahashi, button(takahashi, '公開しました'))
  assert.equal(await delivery(takahashi, X).getAttribute('data-state'), 'published')

  const published = async () => (await delivery(takahashi, NEWS).getAttribute('data-state')) === 'published'
  await reloadUntil(takahashi, published, minute.at - Date.now() + 15_000, 'the delivery on the official page is published')
  assert.equal(await stateOf(takahashi), 'published')
})

chapter('the public reads it on the official page and finds its certificate', async () => {
  const url = await delivery(takahashi, NEWS).getByRole('link', { name: '公開されたものを見る' }).getAttribute('href')
  const anyone = await stage.page()
  const response = await anyone.goto(url)
  assert.equal(response.status(), 200)
  assert.match(response.headers()['cache-control'] ?? '', /public/)
  const words = await anyone.locator('article').innerText()
  for (const line of FINAL.split('\n')) assert.ok(words.includes(line), words)
  assert.equal(await anyone.locator('article img').first().getAttribute('alt'), '青い壁の前に置かれた、白い浄水機。')
  await shot(anyone, '9-official-page')
  await press(anyone, anyone.locator('a.proof-link'))
  assert.equal(await anyone.locator('blockquote').innerText().then((text) => text.replaceAll(/\s/g, '')), FINAL.replaceAll(/\s/g, ''))
  key = await anyone.locator('dd.hash', { hasText: '+' }).first().innerText()
  const [download] = await Promise.all([anyone.waitForEvent('download'), anyone.locator('a[download]').click()])
  file = join(OUT, 'from_writing_to_proof', 'certificate.json')
  await download.saveAs(file)
  await shot(anyone, '10-certificate')
})

chapter('an auditor sees the same certificate item by item', async () => {
  const auditor = await stage.page({ as: 'auditor' })
  await auditor.goto(`/posts/${post}`)
  await press(auditor, delivery(auditor, NEWS).getByRole('link', { name: '証明書' }))
  const audit = auditor.locator('.no-print a.btn', { hasText: '監査' })
  if ((await auditor.locator('.cert__items').count()) === 0) await press(auditor, audit.first())
  const items = await auditor.locator('.cert__items').innerText()
  assert.match(items, /2-2/)
  assert.match(items, /前回の申込記録/)
  await shot(auditor, '11-certificate-for-auditors')
})

chapter('the file is verified by the program and by a stranger, and a changed byte is refused by both', () => {
  const verify = (path) => [
    spawnSync(BINARY, ['verify', path, '--key', key], { encoding: 'utf8' }),
    spawnSync('python3', [join(ROOT, 'scripts/verify.py'), path, '--key', key], { encoding: 'utf8' }),
  ]
  for (const { status, stdout, stderr } of verify(file)) assert.equal(status, 0, stdout + stderr)
  const changed = `${file}.changed`
  const words = readFileSync(file, 'utf8')
  assert.ok(words.includes('見学会'))
  writeFileSync(changed, words.replace('見学会', '見物会'))
  for (const { status, stdout, stderr } of verify(changed)) assert.equal(status, 1, stdout + stderr)
})
