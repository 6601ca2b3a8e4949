// A Japanese input method, as Chromium sees one: compositions and the keys that belong to them.

// The code that every browser reports for a key which the input method took.
const PROCESS_KEY = 229

// Works on whatever has the focus.
export async function inputMethod(page) {
  const session = await page.context().newCDPSession(page)
  const key = (type, code, virtualKey) =>
    session.send('Input.dispatchKeyEvent', {
      type, code, key: virtualKey === PROCESS_KEY ? 'Process' : code, windowsVirtualKeyCode: virtualKey, nativeVirtualKeyCode: virtualKey,
    })
  return {
    // Shows each text in turn as the one being composed: compose('に', 'にほ', '日本').
    async compose(...texts) {
      for (const text of texts) {
        await key('rawKeyDown', 'KeyA', PROCESS_KEY)
        await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
        await key('keyUp', 'KeyA', 65)
      }
    },
    // Enter takes the composed text, as on Windows, Linux and in Chromium on a Mac: the key is pressed while composing.
    async accept(text) {
      await key('rawKeyDown', 'Enter', PROCESS_KEY)
      await session.send('Input.insertText', { text })
      await key('keyUp', 'Enter', 13)
    },
    // The same in Safari: the composition has ended when the key is reported, and only its code tells.
    async acceptAsSafari(text) {
      await session.send('Input.insertText', { text })
      await key('rawKeyDown', 'Enter', PROCESS_KEY)
      await key('keyUp', 'Enter', 13)
    },
    // Escape: nothing of the composition stays.
    async cancel() {
      await key('rawKeyDown', 'Escape', PROCESS_KEY)
      await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
      await key('keyUp', 'Escape', 27)
    },
    async close() {
      await session.detach()
    },
  }
}
