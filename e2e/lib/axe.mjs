// Accessibility as axe-core measures it: no serious and no critical violation, in light and in dark.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { evaluate, settled } from './browser.mjs'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// The serious and critical violations of the page as it is, one text each.
export async function axeViolations(page) {
  await settled(page)
  await evaluate(page, `typeof axe === 'undefined' && (() => { ${SOURCE} })()`)
  const { violations } = await evaluate(page, `axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ['violations'] })`)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, help, nodes }) => {
      const where = nodes.slice(0, 3).map((node) => `${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`)
      return `${impact} ${id} (${help}), ${nodes.length} times\n    ${where.join('\n    ')}`
    })
}

// Throws with every serious or critical violation, in the schemes asked for; leaves the page in the first of them.
export async function axeClean(page, schemes = ['light', 'dark']) {
  const found = []
  for (const scheme of schemes) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    found.push(...(await axeViolations(page)).map((violation) => `${scheme}: ${violation}`))
  }
  await page.emulateMedia({ colorScheme: schemes[0], reducedMotion: 'reduce' })
  if (found.length > 0) throw new Error(`axe on ${page.url()}:\n  ${found.join('\n  ')}`)
}
