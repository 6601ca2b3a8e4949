// Every page with sample contents, in both languages: without serious violations of accessibility in light and dark,
// without scrolling sideways on a phone, and with nothing that the strict policy refuses (item 1).

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { axeClean } from '../lib/axe.mjs'
import { closePage, openBrowser, openPage, screenshot, sideways } from '../lib/browser.mjs'
import { startPreview } from '../lib/server.mjs'

const preview = await startPreview()
const browser = await openBrowser()
const list = await (await fetch(preview.url)).text()
const names = [...list.matchAll(/href="\/ja\/([^"]+)"/g)].map(([, name]) => name)

after(async () => {
  await browser.close()
  await preview.stop()
})

test('the samples are many, and none hides another of the same name', () => {
  assert.ok(names.length > 10, `${names.length} samples`)
  assert.deepEqual(names.filter((name, at) => names.indexOf(name) !== at), [])
})

// The samples' posts have a picture that only a stored blob could be.
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect width="16" height="9" fill="#789"/></svg>'
async function open(options, path) {
  const page = await openPage(browser, { base: preview.url, ...options })
  await page.route('**/samples/picture.svg', (route) => route.fulfill({ contentType: 'image/svg+xml', body: PICTURE }))
  await page.goto(path)
  return page
}

for (const name of names) {
  for (const [tag, language] of [['ja', 'ja-JP'], ['en', 'en-GB']]) {
    test(`${name} in ${tag} can be read by anyone, on a phone too`, { timeout: 60_000 }, async () => {
      const page = await open({ language }, `/${tag}/${name}`)
      await axeClean(page)
      if (tag === 'ja') await screenshot(page, `samples/${name}`)
      await closePage(page)
      const phone = await open({ language, phone: true }, `/${tag}/${name}`)
      assert.deepEqual(await sideways(phone), [])
      if (tag === 'ja') await screenshot(phone, `samples/${name}-phone`)
      await closePage(phone)
    })
  }
}
