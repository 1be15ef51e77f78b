import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8')
const [lightBlock = '', darkBlock = ''] = [...css.matchAll(/:root \{([^}]*)\}/g)].map(([, block]) => block)
const schemes = { light: tokensIn(lightBlock), dark: tokensIn(darkBlock) }

function tokensIn(block: string): ReadonlyMap<string, string> {
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]))
}

/** WCAG 2.2, relative luminance of an sRGB colour. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const PAPERS = ['paper', 'paper-raised', 'paper-sunken']
const LEVELS = ['confirmed', 'probable', 'possible', 'doubtful', 'improbable', 'unknown', 'disputed']
const TEXT = 4.5
const GRAPHIC = 3

const pairs: [text: string, ground: string, least: number][] = [
  ...['ink', 'ink-muted', 'accent', 'accent-strong', 'danger', ...LEVELS].flatMap((text) =>
    PAPERS.map((paper): [string, string, number] => [text, paper, TEXT]),
  ),
  ...LEVELS.map((level): [string, string, number] => [level, `${level}-wash`, TEXT]),
  ...['accent', 'danger'].map((tone): [string, string, number] => [tone, `${tone}-wash`, TEXT]),
  ...['accent', 'accent-strong'].map((ground): [string, string, number] => ['on-accent', ground, TEXT]),
  ...['highlight', 'highlight-strong', 'added-wash', 'removed-wash', 'possible-wash', 'accent-wash', 'danger-wash'].map(
    (ground): [string, string, number] => ['ink', ground, TEXT],
  ),
  ...['focus', 'rule-strong'].flatMap((line) =>
    PAPERS.map((paper): [string, string, number] => [line, paper, GRAPHIC]),
  ),
]

describe.each(Object.entries(schemes))('%s', (_scheme, tokens) => {
  test.each(pairs)('%s on %s has a contrast of %f or more', (text, ground, least) => {
    const [one, other] = [tokens.get(text), tokens.get(ground)]
    expect(one, text).toBeDefined()
    expect(other, ground).toBeDefined()
    expect(contrast(one ?? '', other ?? '')).toBeGreaterThanOrEqual(least)
  })
})

test('both schemes name the same tokens', () => {
  expect([...schemes.dark.keys()]).toEqual([...schemes.light.keys()])
})
