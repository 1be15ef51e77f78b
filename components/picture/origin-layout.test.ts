import { describe, expect, test } from 'vitest'
import { chainsOf, layersOf, treeOf, wrapLabel, type Picture } from './origin-layout'

const node = (id: string, kind: Picture['nodes'][number]['kind'], ...evidenceIds: string[]) => ({
  id,
  kind,
  label: id.toUpperCase(),
  evidenceIds,
})
const link = (from: string, to: string) => ({ from, to, evidenceIds: [] })

const picture: Picture = {
  nodes: [
    node('a', 'source', '1'),
    node('b', 'source', '2', '3'),
    node('r', 'relay', '2'),
    node('s', 'relay', '2'),
    node('o', 'origin', '1', '2'),
    node('u', 'origin', '3'),
    node('g', 'group', '1', '2'),
  ],
  links: [link('a', 'o'), link('b', 'r'), link('r', 's'), link('s', 'o'), link('b', 'u'), link('o', 'g')],
}

describe('the picture of origins', () => {
  test('columns follow the way back, relays one after another, unknown origins last', () => {
    expect(layersOf(picture).columns.map((column) => column.map((placed) => placed.id))).toEqual([
      ['a', 'b'],
      ['r'],
      ['s'],
      ['o', 'u'],
      ['g'],
    ])
  })

  test('relays that pass each other both ways end all the same', () => {
    const links = [...picture.links, link('s', 'r')]
    expect(layersOf({ ...picture, links }).columns.flat()).toHaveLength(picture.nodes.length)
  })

  test('in words: each piece with its chain, and whether it counts', () => {
    expect(chainsOf(picture)).toEqual([
      { evidenceId: '1', labels: ['A', 'O'], isCounted: true, group: 'G' },
      { evidenceId: '2', labels: ['B', 'R', 'S', 'O'], isCounted: true, group: 'G' },
      { evidenceId: '3', labels: ['B', 'U'], isCounted: false, group: null },
    ])
  })

  test('as a tree: from each group back to its sources, what is uncounted by itself', () => {
    expect(treeOf(picture).map(({ node, depth, parent }) => [node.id, depth, parent])).toEqual([
      ['g', 0, null],
      ['o', 1, 0],
      ['a', 2, 1],
      ['s', 2, 1],
      ['r', 3, 3],
      ['b', 4, 4],
      ['u', 0, null],
      ['b', 1, 6],
    ])
  })

  test('labels wrap between words and are cut with an ellipsis', () => {
    expect(wrapLabel('The Courier: own reporter at the scene', 14)).toEqual([
      'The Courier:',
      'own reporter',
      'at the scene',
    ])
    expect(wrapLabel('x'.repeat(50), 10)).toEqual(['xxxxxxxxxx', 'xxxxxxxxxx', 'xxxxxxxxx…'])
  })
})
