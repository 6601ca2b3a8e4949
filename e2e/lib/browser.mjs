// Chromium and its pages: fresh contexts in the product's first language, watched for anything that goes wrong quietly.

import { mkdirSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
export const OUT = join(ROOT, 'target/e2e')

// Without the background flags Chromium looks for its maker's hosts at every start.
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
]

export const DESK = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }

// Starts Chromium with an empty profile of its own, which is gone when it is closed.
export async function openBrowser() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: FLAGS,
    timeout: 60_000,
  })
  return browser
}

// Options: base (URL), phone, scheme ('light' or 'dark'), script (false: JavaScript off), language, state (of a
// signed-in context). The page has `complaints`: everything that a person would not see but a developer must.
export async function openPage(browser, options = {}) {
  const { base, phone = false, scheme = 'light', script = true, language = 'ja-JP', state } = options
  const context = await browser.newContext({
    baseURL: base,
    viewport: phone ? PHONE : DESK,
    deviceScaleFactor: phone ? 2 : 1,
    isMobile: phone,
    hasTouch: phone,
    colorScheme: scheme,
    reducedMotion: 'reduce',
    javaScriptEnabled: script,
    locale: language,
    timezoneId: 'Asia/Tokyo',
    storageState: state,
  })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  page.complaints = []
  page.scripted = script
  watch(page)
  return page
}

// A refused script, a missing picture, an exception, a server error, a request to somebody else: each is a complaint.
function watch(page) {
  const complain = (text) => page.complaints.push(text)
  page.on('pageerror', (error) => complain(`exception: ${error.message}`))
  page.on('console', (message) => {
    // Said again, and better, by the response below.
    const repeated = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !repeated) complain(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    const ours = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname) || ['data:', 'blob:', 'about:'].includes(protocol)
    if (!ours) complain(`a request to ${request.url()}`)
  })
  page.on('response', (response) => {
    const asset = !['document', 'fetch', 'xhr'].includes(response.request().resourceType())
    if (response.status() >= 500 || (asset && response.status() >= 400)) complain(`${response.status()} ${response.url()}`)
  })
}

// Closes the page and its context; throws where something went wrong quietly. `expected` are patterns of what may.
export async function closePage(page, expected = []) {
  const complaints = page.complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint)))
  await page.context().close()
  if (complaints.length > 0) throw new Error(`while the page was open:\n  ${complaints.join('\n  ')}`)
}

// Keeps the whole page as target/e2e/NAME.png and says where.
export async function screenshot(page, name) {
  const path = join(OUT, `${name}.png`)
  mkdirSync(dirname(path), { recursive: true })
  await settled(page)
  await page.screenshot({ path, fullPage: true, animations: 'disabled' })
  return relative(ROOT, path)
}

// Fonts are there and the last change of style is painted.
export async function settled(page) {
  await page.waitForLoadState('load')
  if (!page.scripted) return page.waitForTimeout(200)
  await evaluate(page, 'document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))))')
}

const EVALUATE_MS = 30_000

// Evaluates an expression as the developer tools do: no content security policy stands in its way, and it works where
// the page's own scripts are switched off (but there a promise is never kept: callbacks are scripts).
export async function evaluate(page, expression) {
  const session = await page.context().newCDPSession(page)
  try {
    const answer = session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
    const { result, exceptionDetails } = await within(EVALUATE_MS, answer, expression.slice(0, 80))
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  } finally {
    await session.detach()
  }
}

function within(milliseconds, promise, what) {
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms: ${what}`)), milliseconds)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

// The elements that make the page scroll sideways, as text; none on a page that fits.
export async function sideways(page) {
  return evaluate(page, `(() => {
    const width = document.documentElement.clientWidth
    if (document.scrollingElement.scrollWidth <= width) return []
    const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > width + 1)
    return wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))
  })()`)
}
