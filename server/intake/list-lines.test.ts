import { expect, test } from 'vitest'
import { parseList } from './list-lines'

const read = (text: string) => {
  const parsed = parseList(text)
  return parsed.ok ? parsed.lines.map(({ line, url, wrong }) => [line, url, wrong?.code ?? null]) : parsed.message
}

test('addresses, one a line, with what is wrong at its line', () => {
  expect(
    read('\uFEFFhttps://a.test/1,2;3\r\n\r\n  http://b.test/ \nftp://c.test/\nhttps://a.test/1,2;3\nnonsense'),
  ).toEqual([
    [1, 'https://a.test/1,2;3', null],
    [3, 'http://b.test/', null],
    [4, 'ftp://c.test/', 'address'],
    [5, 'https://a.test/1,2;3', 'twice'],
    [6, 'nonsense', 'address'],
  ])
})

test.each([
  ['commas', 'title,URL\n"One, two",https://a.test/\nThree,', ','],
  ['semicolons', 'title;link\r\n"One; two";https://a.test/\r\nThree;', ';'],
  ['tabs', 'title\tpage\nOne\thttps://a.test/\nThree\t', '\t'],
  ['a column without a name that is known', 'a,b\nOne,https://a.test/\nThree,', ','],
])('a CSV with %s', (_, text) => {
  expect(read(text)).toEqual([
    [2, 'https://a.test/', null],
    [3, null, 'empty'],
  ])
})

test('a record over several lines stands at the line where it ends, and the next ones are counted on', () => {
  expect(read('title,url\n"One\ntwo",https://a.test/\nThree,https://b.test/')).toEqual([
    [3, 'https://a.test/', null],
    [4, 'https://b.test/', null],
  ])
})

test('what is no list says why', () => {
  expect(read('title,text\nOne,two')).toMatch(/No column/)
  expect(read('url\n"https://a.test/')).toMatch(/no CSV/)
  expect(read('url\n')).toMatch(/no address/)
  expect(read(Array.from({ length: 1_001 }, (_, n) => `https://a.test/${n}`).join('\n'))).toMatch(/1,001 lines; 1,000/)
})
