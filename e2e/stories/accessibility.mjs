// axe on every page of the sample organisation, in light and in dark, as everybody who may see it (item 1).

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axeClean } from '../lib/axe.mjs'
import { NEWS, mail } from '../lib/desk.mjs'
import { openStage } from '../lib/stage.mjs'

const stage = openStage('accessibility')

// The first address on a page that fits: `linked('/posts', /^\/posts\/…$/)` is the page of some post.
const linked = (list, pattern) => async (page) => {
  await page.goto(list)
  const hrefs = await page.locator('a[href]').evaluateAll((links) => links.map((link) => new URL(link.href).pathname))
  const href = hrefs.find((one) => pattern.test(one))
  assert.ok(href, `no link like ${pattern} on ${list}`)
  return href
}
const post = (state) => linked(`/posts?state=${state}`, /^\/posts\/(?!new)[^/]+$/)
const edited = async (page) => `${await post('draft')(page)}/edit`

const ALL = ['/', '/stops', '/policy', '/accounts', '/people', '/consultations']
const POSTS = ['/emergencies', '/posts', '/calendar', '/calendar?view=week', '/calendar?view=list']
const PAGES = {
  operator: [
    ...ALL, ...POSTS, '/posts/new', '/me', '/reviews', '/reviews?tab=returned', edited, post('waiting'), post('published'), post('unknown'),
    linked('/reviews', /^\/reviews\/./), linked('/consultations', /^\/consultations\/./),
    async (page) => `${await post('published')(page)}/revisions`,
    async (page) => { await page.goto(await post('sending')(page)); return linked(new URL(page.url()).pathname, /\/deliveries\/[^/]+$/)(page) },
    '/no-such-page',
  ],
  committee: [...ALL, ...POSTS, '/feasibility', '/reviews', linked('/consultations', /^\/consultations\/./), post('waiting')],
  auditor: [...ALL, ...POSTS, '/records', linked('/people', /^\/people\/(?!new)./)],
  administrator: [...ALL, '/feasibility', '/accounts/new', linked('/accounts', /^\/accounts\/.+\/edit$/), '/people/new', linked('/people', /^\/people\/(?!new)./)],
  nobody: [
    '/official', linked('/official', /^\/official\/./), '/policy', '/policy/1-4', '/log/', '/session/new', '/setup', '/no-such-page',
    async (page) => { await page.goto(await linked('/official', /^\/official\/news$/)(page)); return linked(new URL(page.url()).pathname, /^\/official\/news\/./)(page) },
    async (page) => { await page.goto('/official/news'); return linked('/official/news', /^\/certificates\/./)(page) },
  ],
}

for (const [who, places] of Object.entries(PAGES)) {
  test(`every page for ${who} is without serious violations, in light and in dark`, { timeout: 180_000 }, async () => {
    const as = { nobody: undefined, operator: mail('takahashi') }
    const page = await stage.page({ as: who in as ? as[who] : who })
    const wrong = []
    for (const place of places) {
      const path = typeof place === 'string' ? place : await place(page)
      const response = await page.goto(path)
      const expected = path === '/no-such-page' || path === '/setup' ? 404 : 200
      if (response.status() !== expected) wrong.push(`${path}: ${response.status()}`)
      await axeClean(page).catch((error) => wrong.push(error.message))
    }
    assert.deepEqual(wrong, [])
  })
}

test('nobody is shown a way to a page that is closed to them', { timeout: 60_000 }, async () => {
  const closed = []
  for (const who of ['operator', 'committee', 'chair', 'examiner', 'auditor', 'administrator', 'employee']) {
    const page = await stage.page({ as: who })
    await page.goto('/')
    const hrefs = await page.locator('.nav a[href]').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    assert.ok(hrefs.length > 3, `${who}: ${hrefs}`)
    for (const href of new Set(hrefs)) {
      const response = await page.request.get(href)
      if (response.status() !== 200) closed.push(`${who}: ${href}: ${response.status()}`)
    }
  }
  assert.deepEqual(closed, [])
})
