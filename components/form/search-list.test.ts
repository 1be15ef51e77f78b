import { expect, test } from 'vitest'
import { withItem } from './search-list'

type Line = { id: string; name: string }
const items = { of: (page: { lines: Line[] }) => page.lines, put: (_: { lines: Line[] }, lines: Line[]) => ({ lines }) }
const a = { id: 'a', name: 'A' }
const b = { id: 'b', name: 'B' }
const pages = { pages: [{ lines: [a] }, { lines: [b] }], pageParams: [null, 'a'] }

test('what was changed takes its new form on whichever page it stands', () => {
  const changed = { ...b, name: 'Bee' }
  expect(withItem(pages, changed, items).pages).toEqual([{ lines: [a] }, { lines: [changed] }])
})

test('what is new stands first, once', () => {
  const c = { id: 'c', name: 'C' }
  const after = withItem(pages, c, items)
  expect(after.pages).toEqual([{ lines: [c, a] }, { lines: [b] }])
  expect(after.pageParams).toEqual(pages.pageParams)
  expect(withItem(after, c, items).pages).toEqual(after.pages)
})
