import { expect, test } from 'vitest'
import { latinKey } from './latin-key'

const pressed = (key: string, code: string, shiftKey = false) => latinKey({ key, code, shiftKey })

test('a key alone is the same place in every layout', () => {
  // Ukrainian, Russian, Arabic; Greek for good measure.
  expect([pressed('с', 'KeyC'), pressed('С', 'KeyC', true), pressed('ؤ', 'KeyC'), pressed('ψ', 'KeyC')]).toEqual(
    Array(4).fill('c'),
  )
  expect([pressed('٣', 'Digit3'), pressed('ظ', 'Slash'), pressed('؟', 'Slash', true)]).toEqual(['3', '/', '?'])
})

test('what is Latin already is what it says, wherever it lies', () => {
  // A German / is above the 7, a Russian one beside the Enter key, a French M right of L, and Dvorak has J elsewhere.
  expect([pressed('/', 'Digit7', true), pressed('/', 'Backslash', true), pressed('?', 'Digit7', true)]).toEqual([
    '/',
    '/',
    '?',
  ])
  expect([pressed('m', 'Semicolon'), pressed('J', 'KeyC', true), pressed('.', 'Slash')]).toEqual(['m', 'j', '.'])
})

test('a key with a name, and a letter that lies on none of ours, are left as they are', () => {
  expect([
    pressed('Enter', 'Enter'),
    pressed('Dead', 'KeyN'),
    pressed('б', 'Comma'),
    pressed('ñ', 'Semicolon'),
  ]).toEqual(['enter', 'dead', 'б', 'ñ'])
})
