// Using a page without a mouse: Tab to something, see that it has the focus, press keys.

import { evaluate } from './browser.mjs'

const FOCUS = `(() => {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  if (!element || element === document.body) return null
  const style = getComputedStyle(element)
  const outlined = ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) > 0
  // A box may show the ring of the field that fills it.
  const ring = outlined(style) || style.boxShadow !== 'none' || outlined(getComputedStyle(element.parentElement))
  return { html: element.outerHTML.slice(0, 160), ring }
})()`

// Presses Tab until the locator's element has the focus; throws where it never gets it, or where nobody could see that
// it has it. Answers the number of presses.
export async function tabTo(page, locator, { presses_max = 80, back = false } = {}) {
  const handle = await locator.elementHandle()
  for (let presses = 0; presses <= presses_max; presses += 1) {
    if (await handle.evaluate((element) => element === document.activeElement)) {
      const focus = await evaluate(page, FOCUS)
      if (focus && !focus.ring) throw new Error(`the focus cannot be seen on ${focus.html}`)
      return presses
    }
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
  }
  throw new Error(`not reached with ${presses_max} presses of Tab: ${await handle.evaluate((element) => element.outerHTML.slice(0, 160))}`)
}

// Tab to it, then press: Enter for links and buttons, Space for boxes.
export async function pressOn(page, locator, key = 'Enter') {
  await tabTo(page, locator)
  await page.keyboard.press(key)
}

// Tab to a field, replace what is in it.
export async function typeInto(page, locator, text) {
  await tabTo(page, locator)
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(text)
}
