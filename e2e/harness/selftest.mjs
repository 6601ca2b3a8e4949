// The harness tried on a small page of its own: what it promises to notice, it notices.

import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { axeClean, axeViolations } from '../lib/axe.mjs'
import { DESK, PHONE, ROOT, closePage, evaluate, openBrowser, openPage, screenshot, sideways } from '../lib/browser.mjs'
import { inputMethod } from '../lib/input_method.mjs'
import { pressOn, tabTo, typeInto } from '../lib/keyboard.mjs'

// As strict as the product's, so that the helpers are known to work under it.
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'"

const SCRIPT = `
window.seen = []
const field = document.querySelector('#text')
for (const type of ['compositionstart', 'compositionupdate', 'compositionend', 'keydown']) {
  field.addEventListener(type, (event) => seen.push([type, event.data ?? event.code, event.isComposing ?? null, event.keyCode ?? null]))
}
document.querySelector('form').addEventListener('submit', (event) => { event.preventDefault(); seen.push(['submit']) })
document.querySelector('output').textContent = 'script'
`
const STYLE = `
:root { color-scheme: light dark; background: light-dark(#fff, #111); color: light-dark(#111, #eee) }
.faint { color: light-dark(#bbb, #eee) } .wide { width: 900px } .unringed:focus { outline: none }
`
const page_of = (body) => `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>試し</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/style.css"></head>
<body><main><h1>試しのページ</h1>${body}</main><script src="/script.js"></script></body></html>`
const FORM = '<form><label for="text">本文</label><input id="text"><button>送る</button><output></output></form>'

const FILES = {
  '/style.css': ['text/css', STYLE],
  '/script.js': ['text/javascript', SCRIPT],
  '/': ['text/html', page_of(FORM)],
  '/faint': ['text/html', page_of(`${FORM}<p class="faint">読みにくい文</p>`)],
  '/unlabelled': ['text/html', page_of(`${FORM}<input id="other">`)],
  '/wide': ['text/html', page_of(`${FORM}<p class="wide">幅の広い段落</p>`)],
  '/inline': ['text/html', page_of(`${FORM}<script>window.inline = true</script>`)],
  '/broken': ['text/html', page_of(`${FORM}<img src="/gone.png" alt="ない絵">`)],
  '/unringed': ['text/html', page_of(`${FORM}<button class="unringed" id="unringed">輪のないボタン</button>`)],
}

let server, browser, base

before(async () => {
  server = createServer((request, response) => {
    const [type, body] = FILES[request.url] ?? [null, '']
    response.writeHead(type ? 200 : 404, { 'content-type': `${type ?? 'text/plain'}; charset=utf-8`, 'content-security-policy': POLICY })
    response.end(body)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${server.address().port}`
  browser = await openBrowser()
}, { timeout: 120_000 })

after(async () => {
  await browser?.close()
  server?.closeAllConnections()
  server?.close()
})

async function visit(path, options) {
  const page = await openPage(browser, { base, ...options })
  await page.goto(path)
  return page
}
const seen = (page) => evaluate(page, 'window.seen')

test('a composition arrives as the events of an input method, and its text stays', async () => {
  const page = await visit('/')
  await page.locator('#text').focus()
  const ime = await inputMethod(page)
  await ime.compose('に', 'にほ', '日本')
  await ime.accept('日本')
  const events = await seen(page)
  assert.equal(events.filter(([type]) => type === 'compositionstart').length, 1)
  assert.deepEqual(events.filter(([type]) => type === 'compositionupdate').map(([, data]) => data), ['に', 'にほ', '日本', '日本'])
  assert.deepEqual(events.filter(([type]) => type === 'compositionend').map(([, data]) => data), ['日本'])
  assert.equal(await page.locator('#text').inputValue(), '日本')
  await closePage(page)
})

test('the Enter that accepts a composition says that it is composing, and sends no form', async () => {
  const page = await visit('/')
  await page.locator('#text').focus()
  const ime = await inputMethod(page)
  await ime.compose('にほん')
  await ime.accept('日本')
  const enter = (await seen(page)).filter(([type, code]) => type === 'keydown' && code === 'Enter')
  assert.deepEqual(enter, [['keydown', 'Enter', true, 229]])
  assert.deepEqual((await seen(page)).filter(([type]) => type === 'submit'), [])
  await closePage(page)
})

test('the Enter of Safari comes after the composition and is known by its code alone', async () => {
  const page = await visit('/')
  await page.locator('#text').focus()
  const ime = await inputMethod(page)
  await ime.compose('にほん')
  await ime.acceptAsSafari('日本')
  const types = (await seen(page)).map(([type, code]) => (type === 'keydown' ? code : type))
  assert.ok(types.indexOf('compositionend') < types.indexOf('Enter'))
  assert.deepEqual((await seen(page)).find(([, code]) => code === 'Enter').slice(2), [false, 229])
  await closePage(page)
})

test('a cancelled composition leaves nothing', async () => {
  const page = await visit('/')
  await page.locator('#text').focus()
  const ime = await inputMethod(page)
  await ime.compose('に', 'にほ')
  await ime.cancel()
  assert.equal(await page.locator('#text').inputValue(), '')
  assert.ok((await seen(page)).some(([type]) => type === 'compositionend'))
  await closePage(page)
})

test('an Enter outside a composition does send the form, so that the tests above can fail', async () => {
  const page = await visit('/')
  await page.locator('#text').focus()
  await page.keyboard.press('Enter')
  assert.deepEqual((await seen(page)).filter(([type]) => type === 'submit'), [['submit']])
  await closePage(page)
})

test('axe runs under a strict policy, passes a good page and finds a field without a label', async () => {
  const good = await visit('/')
  await axeClean(good)
  await closePage(good)
  const bad = await visit('/unlabelled')
  const [violation] = await axeViolations(bad)
  assert.match(violation, /^critical label /)
  await assert.rejects(axeClean(bad), /critical label/)
  await closePage(bad)
})

test('dark mode is applied: a contrast that fails only in light is found only there', async () => {
  const page = await visit('/faint', { scheme: 'dark' })
  assert.equal(await evaluate(page, 'getComputedStyle(document.documentElement).backgroundColor'), 'rgb(17, 17, 17)')
  await axeClean(page, ['dark'])
  await assert.rejects(axeClean(page, ['light']), /light: serious color-contrast/)
  await closePage(page)
})

test('a phone is 390 pixels wide and shows what does not fit', async () => {
  const phone = await visit('/wide', { phone: true })
  assert.equal(await evaluate(phone, 'document.documentElement.clientWidth'), PHONE.width)
  assert.match((await sideways(phone))[0], /class="wide"/)
  await closePage(phone)
  const desk = await visit('/wide')
  assert.equal(await evaluate(desk, 'document.documentElement.clientWidth'), DESK.width)
  assert.deepEqual(await sideways(desk), [])
  await closePage(desk)
})

test('without JavaScript the page runs no script, and the helpers still look at it', async () => {
  const page = await visit('/', { script: false })
  assert.equal(await page.locator('output').textContent(), '')
  assert.equal(await evaluate(page, 'document.title'), '試し')
  await screenshot(page, 'harness/no-script')
  await closePage(page)
  const with_script = await visit('/')
  assert.equal(await with_script.locator('output').textContent(), 'script')
  await closePage(with_script)
})

test('the keyboard alone reaches, fills and presses; a focus that cannot be seen is refused', async () => {
  const page = await visit('/unringed')
  await typeInto(page, page.locator('#text'), '本文です')
  assert.equal(await page.locator('#text').inputValue(), '本文です')
  await pressOn(page, page.getByRole('button', { name: '送る' }))
  assert.deepEqual((await seen(page)).filter(([type]) => type === 'submit'), [['submit']])
  await assert.rejects(tabTo(page, page.locator('#unringed')), /cannot be seen/)
  await assert.rejects(tabTo(page, page.locator('h1'), { presses_max: 5 }), /not reached/)
  await closePage(page)
})

test('what goes wrong quietly is a complaint: an inline script, a missing picture, a request to somebody else', async () => {
  const inline = await visit('/inline')
  assert.equal(await evaluate(inline, 'window.inline'), undefined)
  await assert.rejects(closePage(inline), /Content Security Policy/)
  const broken = await visit('/broken')
  await assert.rejects(closePage(broken), /404 .*gone\.png/)
  const foreign = await visit('/')
  await evaluate(foreign, `fetch('http://shingi.invalid/').catch(() => null)`)
  await assert.rejects(closePage(foreign), /shingi\.invalid/)
  const expected = await visit('/broken')
  await closePage(expected, [/gone\.png/])
})

test('a screenshot is kept under target', async () => {
  const page = await visit('/')
  const path = await screenshot(page, 'harness/page')
  assert.equal(path, 'target/e2e/harness/page.png')
  assert.ok(existsSync(join(ROOT, path)))
  await closePage(page)
})
