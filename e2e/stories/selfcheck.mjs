// The private self-check, on a phone: it runs on the device alone, with the network off, and keeps nothing (1-10, 1-5, 1-6).

import assert from 'node:assert/strict'
import { axeClean } from '../lib/axe.mjs'
import { evaluate, screenshot, sideways } from '../lib/browser.mjs'
import { inputMethod } from '../lib/input_method.mjs'
import { openStage } from '../lib/stage.mjs'

const TEXT = '隣の席の森田さんの携帯は090-1234-5678です。来月発売の新製品は日本一です'
const PROFILE = 'あさなぎ機器で設計をしています'
// What a page may weigh, compressed, without dictionary and statistics.
const TRANSFER_MAX = 700_000
const KEYSTROKE_MS = 20

const stage = openStage('selfcheck')
const { chapter } = stage
let page
const requests = []
const finding = (rule) => page.locator(`#findings [data-rule="${rule}"]`)
const offlineReady = () => page.locator('html[data-kept="yes"]').waitFor({ state: 'attached', timeout: 30_000 })

async function transferred(context, path) {
  const fresh = await context.newPage()
  const session = await context.newCDPSession(fresh)
  await session.send('Network.enable')
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength })
  await fresh.goto(path)
  await fresh.locator('#ready', { hasText: '準備ができました' }).waitFor()
  await fresh.waitForTimeout(300)
  await fresh.close()
  return bytes
}

chapter('the page opens without signing in, sets no cookie, and weighs less than 700 kB', async () => {
  page = await stage.page({ phone: true })
  const context = page.context()
  // Workers' requests belong to the context, not to the page.
  context.on('request', (request) => requests.push(`${request.method()} ${request.url()}`))
  const bytes = await transferred(context, '/check')
  console.log(`# /check: ${bytes} bytes transferred`)
  assert.ok(bytes > 300_000 && bytes < TRANSFER_MAX, `${bytes} bytes`)
  assert.deepEqual(await context.cookies(), [])
})

chapter('in Japanese and English, light and dark, it is accessible and fits a phone', async () => {
  for (const lang of ['en', 'ja']) {
    await page.goto(`/check?lang=${lang}`)
    assert.equal(await page.locator('html').getAttribute('lang'), lang)
    await page.locator('#text').fill(TEXT)
    await finding('personal/phone_number').waitFor()
    await axeClean(page)
    assert.deepEqual(await sideways(page), [])
    await screenshot(page, `selfcheck/1-${lang}`)
  }
})

chapter('with the network off it finds, shows and forgets, and no request is made', async () => {
  await page.goto('/check')
  await offlineReady()
  await page.context().setOffline(true)
  requests.length = 0
  await page.locator('#text').pressSequentially(TEXT)
  await page.locator('#profile').fill(PROFILE)
  assert.equal(await finding('personal/phone_number').locator('q').innerText(), '090-1234-5678')
  assert.match(await finding('personal/phone_number').innerText(), /方針 1-4/)
  assert.equal(await page.locator('#cues-state').innerText(), '勤め先の名が書かれています。')
  assert.match(await page.locator('#cues').innerText(), /あさなぎ/)
  await finding('personal/phone_number').getByRole('button').click()
  const selected = await page.locator('#text').evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd))
  assert.equal(selected, '090-1234-5678')
  await page.locator('#spoken', { hasText: /つ見つかりました/ }).waitFor({ state: 'attached' })
  await screenshot(page, 'selfcheck/2-offline')
  await page.getByRole('button', { name: '消す' }).click()
  assert.equal(await page.locator('#findings li').count(), 0)
  await page.waitForTimeout(1_000)
  assert.deepEqual(requests, [])
})

chapter('nothing is stored but the page itself', async () => {
  await page.locator('#text').fill(TEXT)
  const stored = await evaluate(page, `(async () => {
    const kept = []
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) kept.push(await (await caches.match(request)).text())
    const databases = (await indexedDB.databases()).map(({ name }) => name)
    return { local: localStorage.length, session: sessionStorage.length, databases, texts: kept.join('') }
  })()`)
  assert.deepEqual([stored.local, stored.session, stored.databases], [0, 0, []])
  assert.ok(stored.texts.includes('自分の文章を確かめる') && !stored.texts.includes('隣の席の森田'))
  assert.deepEqual(await page.context().cookies(), [])
})

chapter('the page opens anew without a network, in either language', async () => {
  for (const [lang, title] of [['en', 'Check a text of your own'], ['ja', '自分の文章を確かめる']]) {
    await page.goto(`/check?lang=${lang}`)
    assert.equal(await page.locator('h1').innerText(), title)
    await page.locator('#text').fill('電話は090-1234-5678')
    await finding('personal/phone_number').waitFor()
  }
})

chapter('the dictionary comes by a press, before anything is written, and stays', async () => {
  const press = (part) => page.locator(`[data-part="${part}"]`).click()
  const state = (word) => page.locator('#part-state', { hasText: word }).waitFor({ timeout: 30_000 })
  await page.context().setOffline(false)
  await page.goto('/check')
  await offlineReady()
  requests.length = 0
  await page.locator('#text').fill('あ')
  await press('words')
  await state('何も書かれていないときだけ')
  assert.deepEqual(requests, [])
  assert.ok(await page.locator('#want-words li').count() > 3)
  await page.locator('#text').fill('')
  await press('words')
  await state('読み込みました')
  assert.equal(await page.locator('#want-words').isVisible(), false)
  await press('weights')
  await page.locator('#want-weights').waitFor({ state: 'hidden', timeout: 30_000 })
  await page.context().setOffline(true)
  await page.reload()
  await page.locator('#ready', { hasText: '準備ができました' }).waitFor()
  assert.equal(await page.locator('#want-words').isVisible(), false)
  await page.locator('#text').fill('隣の課の高橋さんがこのあいだ結婚したそうだ')
  await screenshot(page, 'selfcheck/3-dictionary')
  await page.context().setOffline(false)
})

chapter('while an input method composes nothing moves, and then the words are read', async () => {
  await page.locator('#text').fill('電話は090-1234-567')
  await page.locator('#text').focus()
  const method = await inputMethod(page)
  const before = await page.locator('#findings').innerHTML()
  await method.compose('８')
  assert.equal(await page.locator('#findings').innerHTML(), before)
  await method.accept('8')
  await finding('personal/phone_number').waitFor()
})

chapter('from a key to its finding it takes less than 20 ms', async () => {
  const times = await evaluate(page, `(async () => {
    const field = document.getElementById('text'), times = []
    const base = '本日の新商品のご案内です。'.repeat(10)
    for (let n = 0; n < 60; n += 1) {
      field.value = base + (n % 2 ? '090-1234-5678' : '090-1234-567')
      const started = performance.now()
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
      times.push(performance.now() - started)
      if ((document.querySelector('[data-rule="personal/phone_number"] q') !== null) !== (n % 2 === 1)) throw new Error('not found')
      await new Promise((done) => requestAnimationFrame(done))
    }
    return times.sort((a, b) => a - b)
  })()`)
  const [median, slow] = [times[30], times[56]]
  console.log(`# a key to its finding: median ${median.toFixed(1)} ms, 95 of 100 within ${slow.toFixed(1)} ms`)
  assert.ok(median < KEYSTROKE_MS, `${median} ms`)
})

chapter('without script the page says so, and names the command', async () => {
  const plain = await stage.page({ phone: true, script: false })
  await plain.goto('/check')
  assert.match(await plain.locator('noscript').innerText(), /shingi check --speaker personal/)
  assert.equal(await plain.locator('textarea:visible').count(), 0)
  assert.match(await plain.locator('main').innerText(), /公益通報/)
})
