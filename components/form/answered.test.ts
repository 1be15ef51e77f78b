import { describe, expect, test } from 'vitest'
import type { FaultView } from '@/components/fault'
import { answeredPaths, atTheirFields, withoutAnswered } from './answered'

const faultWith = (fields: FaultView['fields'], kind: FaultView['kind'] = 'fields'): FaultView => ({
  kind,
  message: 'Something is wrong.',
  fields,
})
const fieldId = (path: string) => `claim-${path}`

describe('which errors a changed field answers', () => {
  const fields = { 'names.0.name': 'A name is needed.', 'names.1.name': 'A name is needed.', kind: 'Choose one.' }

  test('those of its id alone, though another reads the same', () => {
    expect(answeredPaths({ id: 'claim-names.1.name', error: 'A name is needed.' }, fields, fieldId)).toEqual([
      'names.1.name',
    ])
  })

  test('without an id of its own, those it shows', () => {
    expect(answeredPaths({ error: 'Choose one.' }, fields, fieldId)).toEqual(['kind'])
    expect(answeredPaths({ id: ':r1:', error: 'Choose one.' }, fields, fieldId)).toEqual(['kind'])
  })
})

describe('what is still wrong then', () => {
  test('the other fields', () => {
    const fault = faultWith({ title: 'The title is needed.', type: 'Choose one.' })
    expect(withoutAnswered(fault, ['title'])?.fields).toEqual({ type: 'Choose one.' })
  })

  test('nothing after the last one', () => {
    expect(withoutAnswered(faultWith({ title: 'The title is needed.' }), ['title'])).toBeNull()
  })

  test('a refusal of the whole form stays', () => {
    const fault = faultWith({ title: 'The title is needed.' }, 'conflict')
    expect(withoutAnswered(fault, ['title'])).toEqual(faultWith({}, 'conflict'))
    expect(withoutAnswered(faultWith({ '': 'Too many at once.' }), ['title'])?.fields).toEqual({
      '': 'Too many at once.',
    })
  })
})

test('what is wrong with an item of a list stands at the list’s field, the first of them', () => {
  const fault = faultWith({ 'tags.3': 'Too long.', 'tags.5': 'Empty.', 'names.0.name': 'A name is needed.' })
  expect(atTheirFields(fault).fields).toEqual({ tags: 'Too long.', 'names.0.name': 'A name is needed.' })
})
