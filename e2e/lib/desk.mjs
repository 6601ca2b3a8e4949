// What people do with a post, as steps that several stories share. Every step is a press on the page.

import assert from 'node:assert/strict'
import { deflateSync, crc32 } from 'node:zlib'

// The people and accounts of the sample organisation (crates/app/src/demo/content.rs).
export const mail = (login) => `${login}@asanagi.example`
export const NEWS = 'あさなぎ機器 お知らせ'
export const RECRUIT = 'あさなぎ機器 採用'
export const X = 'あさなぎ機器【公式】'

export const button = (page, name) => page.getByRole('button', { name, exact: true })
export const postOf = (page) => new URL(page.url()).pathname.split('/')[2]

// The one-line state beside the title, as its attribute.
export const stateOf = (page) => page.locator('.page-head .state').first().getAttribute('data-state')

// Press, and wait until the next page is there.
export async function press(page, locator) {
  await Promise.all([page.waitForEvent('load'), locator.click()])
}

// Begins a post from the page for new ones; ends in the composer. Answers its id.
export async function begin(page, { text, accounts }) {
  await page.goto('/posts/new')
  await page.getByRole('textbox', { name: '本文' }).fill(text)
  for (const account of accounts) await page.getByRole('checkbox', { name: account }).check()
  await press(page, button(page, '点検へ進む'))
  await page.waitForURL(/\/posts\/[^/]+\/edit/)
  return postOf(page)
}

export const findings = (page) => page.locator('#findings .finding')
export const finding = (page, rule) => page.locator('#findings .finding').filter({ has: page.locator('code', { hasText: rule }) })

// Types into the common text and waits for the check of exactly these words.
export async function write(page, text) {
  const checked = page.waitForResponse((response) => {
    const sent = response.request()
    return response.url().endsWith('/findings') && new URLSearchParams(sent.postData() ?? '').get('text') === text && response.ok()
  })
  await page.locator('#text-0').fill(text)
  await checked
}

export async function submit(page) {
  await press(page, button(page, '確認に出す'))
  assert.match(new URL(page.url()).pathname, /^\/posts\/[^/]+$/)
}

// Opens one of the four answers on the page of a review.
export async function open(page, id) {
  const choice = page.locator(`#${id}`)
  if (!(await choice.evaluate((details) => details.open))) await choice.locator('summary').click()
  return choice
}

export async function approve(page, post) {
  await page.goto(`/reviews/${post}`)
  const choice = await open(page, 'approve')
  await choice.getByRole('checkbox').check()
  await press(page, choice.getByRole('button', { name: '承認する' }))
}

// The card of one delivery on the page of a post.
export const delivery = (page, account) => page.locator('section.card[data-state]').filter({ has: page.locator('h2', { hasText: account }) })

// The start of the next minute in the organisation's zone that is at least `seconds` away: {date, time, at}.
export function nextMinute(seconds = 5) {
  const at = new Date(Math.ceil((Date.now() + seconds * 1000) / 60_000) * 60_000)
  const [date, time] = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'short' }).format(at).split(' ')
  return { date, time, at: at.getTime() }
}

export async function schedule(page, card, { date, time }) {
  await card.getByLabel('発信する日').fill(date)
  await card.getByLabel('時刻').fill(time)
  await press(page, card.getByRole('button', { name: '予約する' }))
}

// Loads the page again until the condition holds; throws with what the page says where it never does.
export async function reloadUntil(page, condition, milliseconds, what) {
  const until = Date.now() + milliseconds
  while (!(await condition())) {
    if (Date.now() > until) throw new Error(`${what}: not within ${milliseconds} ms\n${await page.locator('main').innerText()}`)
    await page.waitForTimeout(500)
    await page.reload()
  }
}

// A real picture, small: width × height pixels of one colour.
export function png(width = 320, height = 180, [red, green, blue] = [70, 120, 160]) {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from([red, green, blue]))])
  const rows = Buffer.concat(Array.from({ length: height }, () => row))
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0)),
  ])
}
