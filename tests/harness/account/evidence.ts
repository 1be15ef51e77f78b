import type { PictureEvidence } from '@/domain/snapshot-picture'
import { codePointLength } from '@/domain/text'
import { CLAIM, EVIDENCE, idOf, ORIGIN, PARTY, SOURCE } from './ids'

type Quote = {
  claim: number | null
  stance?: 'supports' | 'disputes'
  source: number
  origin?: number
  relays?: number[]
}

function piece(n: number, exact: string, { claim: of, stance, source, origin, relays = [] }: Quote): PictureEvidence {
  return {
    id: idOf(n),
    claimId: of === null ? null : idOf(of),
    stance: of === null ? null : (stance ?? 'supports'),
    isWithdrawn: false,
    captureId: idOf(source + 80),
    sourceId: idOf(source),
    originId: origin === undefined ? null : idOf(origin),
    relayPartyIds: relays.map(idOf),
    exact,
    prefix: '',
    suffix: '',
    start: 10,
    end: 10 + codePointLength(exact),
    translation: null,
  }
}

export const evidence: PictureEvidence[] = [
  {
    ...piece(EVIDENCE.video, 'На відео видно, як горить одна будівля', {
      claim: CLAIM.one,
      source: SOURCE.video,
      origin: ORIGIN.video,
    }),
    suffix: ' на околиці Красного Броду, а вогнеборці стоять осторонь',
    translation: {
      text: 'The video shows one building burning',
      language: 'en',
      method: 'desk',
      translator: 'A desk translator whose name stays here',
    },
  },
  {
    ...piece(EVIDENCE.courier, 'A single storage building had collapsed', {
      claim: CLAIM.one,
      source: SOURCE.courier,
      origin: ORIGIN.reporter,
    }),
    prefix: 'From the road our reporters could see the yard. ',
    suffix: '; the two beside it were blackened but standing.',
  },
  piece(EVIDENCE.digest, 'One building collapsed, the two next to it stand', {
    claim: CLAIM.one,
    source: SOURCE.digest,
    origin: ORIGIN.reporter,
    relays: [PARTY.courier],
  }),
  piece(EVIDENCE.insider, 'I WAS THERE and my name is not to be told', {
    claim: CLAIM.one,
    source: SOURCE.insider,
    origin: ORIGIN.insider,
  }),
  piece(EVIDENCE.tribune, 'two depots went up in flames', { claim: CLAIM.two, source: SOURCE.tribune }),
  {
    ...piece(EVIDENCE.sahra, 'لم يُصب أي هدف عسكري في تلك الليلة', {
      claim: CLAIM.none,
      stance: 'disputes',
      source: SOURCE.sahra,
      origin: ORIGIN.ministry,
      relays: [PARTY.agency],
    }),
    prefix: 'وقالت الوزارة في بيان: ',
    translation: {
      text: 'No military target was hit that night',
      language: 'en',
      method: 'machine',
      translator: 'Lingua 3',
    },
  },
  piece(EVIDENCE.council, 'There were no injuries', {
    claim: CLAIM.dead,
    source: SOURCE.courier,
    origin: ORIGIN.council,
  }),
  piece(EVIDENCE.back, 'The depot, built in 1987,', { claim: null, source: SOURCE.courier }),
]
