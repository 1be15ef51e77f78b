import { expect, test } from 'vitest'
import { waysOn } from './intake'

const page = (refusalCode: string) => waysOn({ kind: 'url', fileName: null, refusalCode })
const file = (fileName: string, refusalCode: string) => waysOn({ kind: 'file', fileName, refusalCode })

test('a page that failed can be pasted, and tried again where another answer is possible', () => {
  expect(page('server')).toEqual({ again: true, paste: true })
  expect(page('login')).toEqual({ again: true, paste: true })
  expect(page('port')).toEqual({ again: false, paste: true })
})

test.each([
  ['a.zip', 'type', false, false],
  ['photo.png', 'unreadable', false, false],
  ['photo.JPG', 'too_large', false, false],
  ['report.pdf', 'encrypted', false, true],
  ['scan.pdf', 'empty', false, true],
  ['report.pdf', 'too_slow', true, true],
  ['report.pdf', 'lost', true, false],
])('of a file %s that failed as %s', (name, code, again, paste) => {
  expect(file(name, code)).toEqual({ again, paste })
})
