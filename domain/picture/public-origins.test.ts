import { describe, expect, test } from 'vitest'
import { samplePicture } from '@/tests/harness/account-picture'
import { buildSnapshot } from '../snapshot'
import { publicOriginPicture } from './public-origins'

const snapshot = buildSnapshot(samplePicture)
const evidence = new Map(snapshot.evidence.map((piece) => [piece.number, piece]))
const unnamed = { source: 'Unknown outlet', origin: 'Unknown origin', confidential: 'A confidential source' }

describe('the picture of a published claim’s origins', () => {
  test.each(snapshot.claims.map((claim) => [claim.text, claim] as const))('%s', (_text, claim) => {
    const picture = publicOriginPicture(claim, evidence, unnamed)
    const ids = new Set(picture.nodes.map((node) => node.id))
    // As many boxes that count as there are groups, and each drawn piece leads to the group it was published in.
    expect(picture.nodes.filter((node) => node.kind === 'group').map((node) => node.label)).toEqual(
      claim.origins.groups.map((group) => group.name),
    )
    for (const { from, to } of picture.links) expect([ids.has(from), ids.has(to)]).toEqual([true, true])
    for (const [at, group] of claim.origins.groups.entries()) {
      const node = picture.nodes.find(({ id }) => id === `group:${at}`)
      expect(node?.evidenceIds).toEqual(group.evidence.map(String))
    }
    // What no published group names is not drawn.
    const drawn = new Set(picture.nodes.flatMap((node) => node.evidenceIds.map(Number)))
    const named = new Set([...claim.origins.groups.flatMap((group) => group.evidence), ...claim.origins.unattributed])
    expect(drawn).toEqual(named)
  })

  test('relays stand in the order in which the information went back through them', () => {
    const claim = snapshot.claims[0]
    const piece = snapshot.evidence.find((each) => each.number === claim?.origins.groups[0]?.evidence[0])
    if (claim === undefined || piece === undefined || piece.isConfidential) throw new Error('another sample')
    const passed = new Map([[piece.number, { ...piece, relays: ['Ministry', 'Agency'] }]])
    const picture = publicOriginPicture(claim, passed, unnamed)
    const next = (id: string) => picture.links.find((link) => link.from === id)?.to ?? ''
    const source = picture.nodes.find((node) => node.kind === 'source')?.id ?? ''
    expect([next(source), next(next(source))]).toEqual(['relay:Agency', 'relay:Ministry'])
  })
})
