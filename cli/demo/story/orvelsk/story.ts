import type { Story } from '../../story'
import * as text from '../../text/orvelsk'
import { evidence } from './evidence'

/**
 * The story that the program is for: four articles and a call, most of which go back to one video; one depot or two;
 * a place spelled four ways; a machine translation; a scraped copy with spam at its foot.
 */
export const STORY: Story = {
  at: '2024-03-15T08:05:00Z',
  by: 'mara',
  incident: {
    title: 'Fire at an ammunition depot in Orvelsk',
    type: 'strike',
    occurred: '14 March 2024',
    place: 'orvelsk',
    parties: ['legion', 'ministry', 'generalStaff'],
    tags: ['border raids', 'ammunition'],
  },
  sides: [
    { name: 'Tolmark', parties: ['ministry', 'security', 'tolpress'] },
    { name: 'Karvenia', parties: ['legion', 'generalStaff'] },
  ],
  sources: {
    courier: {
      by: 'mara',
      medium: 'article',
      outlet: 'courier',
      url: 'https://harbour-courier.example/world/orvelsk-depot',
      title: 'Exile legion says it blew up arms depot across the border',
      byline: 'Philippa Anstey',
      language: 'en',
      published: '15 March 2024',
      text: text.courier,
    },
    grenzbote: {
      by: 'ilya',
      medium: 'article',
      outlet: 'grenzbote',
      url: 'https://grenzbote.example/orwelsk',
      title: 'Exil-Legion will zwei Lager getroffen haben',
      language: 'de',
      published: '15 March 2024',
      text: text.grenzbote,
    },
    tolpress: {
      by: 'ilya',
      medium: 'agency',
      outlet: 'tolpress',
      title: 'Минобороны: граница у Орвельска не нарушена',
      language: 'ru',
      published: '15 March 2024',
      text: text.tolpress,
    },
    newsnow: {
      by: 'mara',
      medium: 'article',
      outlet: 'newsnow',
      url: 'https://newsnow24.example/item/88121',
      title: 'Orvelsk: legion claims depot by the railway',
      language: 'en',
      text: text.newsnow,
      excluded: [text.newsnowMenu, text.newsnowSpam],
    },
    herald: {
      by: 'mara',
      medium: 'article',
      outlet: 'herald',
      title: 'Orvelsk: legion claims depot by the railway',
      language: 'en',
      published: 'March 2024',
    },
    marsad: {
      by: 'noor',
      medium: 'article',
      outlet: 'marsad',
      url: 'https://marsad.example/orvelsk',
      title: 'احترق مستودع واحد في أورفيلسك',
      language: 'ar',
      published: '14 March 2024',
      text: text.marsad,
    },
    call: {
      by: 'ilya',
      kind: 'own_work',
      medium: 'call',
      title: 'Call with the ministry’s press office',
      language: 'en',
      published: '18 March 2024',
      text: text.callNote,
    },
  },
  lineage: [
    {
      by: 'mara',
      source: 'newsnow',
      of: 'herald',
      kind: 'scrape',
      reason: 'It quotes a question that the Ridge Herald put, and keeps the Herald’s headline.',
    },
    {
      by: 'ilya',
      source: 'grenzbote',
      of: 'courier',
      kind: 'quotes',
      reason: 'It describes the same clip, but “two” and the spokesman are its own.',
    },
  ],
  questions: [
    {
      kind: 'what',
      text: 'What burned at Orvelsk?',
      claims: {
        destroyed: {
          text: 'An ammunition depot in Orvelsk was destroyed in the night to 14 March 2024.',
          claimants: ['legion'],
          firstAppeared: '14 March 2024',
          isCentral: true,
        },
        grass: {
          text: 'The smoke over Orvelsk came from dry grass that had caught fire.',
          claimants: ['ministry'],
          firstAppeared: '15 March 2024',
        },
      },
    },
    {
      kind: 'how_many',
      text: 'How many depots were destroyed?',
      claims: {
        one: { text: 'One depot was destroyed.', firstAppeared: '14 March 2024' },
        two: { text: 'Two depots were destroyed.', claimants: ['legion'], firstAppeared: '14 March 2024' },
      },
    },
  ],
  evidence,
}
