import type { Story } from '../../story'

export const evidence: NonNullable<Story['evidence']> = {
  video: {
    by: 'mara',
    source: 'courier',
    quote:
      "A clip of forty seconds on the Free Tolmark Legion's own channel shows a long brick shed beside a railway siding.",
    claim: 'destroyed',
    stance: 'supports',
    origin: {
      party: 'legion',
      channel: 'clip on the group’s own channel',
      mode: 'observed',
      dated: '14 March 2024',
    },
  },
  videoAgain: {
    by: 'ilya',
    source: 'grenzbote',
    quote:
      'Sie stellte dazu einen Film von vierzig Sekunden ins Netz, auf dem ein Ziegelschuppen neben einem Gleis zu sehen ist.',
    claim: 'destroyed',
    stance: 'supports',
    origin: { same: 'video' },
    relays: ['courier'],
    english: 'It put a film of forty seconds online, in which a brick shed beside a railway track can be seen.',
  },
  hit: {
    by: 'mara',
    source: 'newsnow',
    quote: 'said that "a store by the Orvelsk siding was hit overnight"',
    claim: 'destroyed',
    stance: 'supports',
    origin: {
      party: 'generalStaff',
      channel: 'spokesman, asked by the Ridge Herald',
      mode: 'asserted',
      dated: null,
      first: 'herald',
    },
    relays: ['herald'],
  },
  observed: {
    by: 'noor',
    source: 'marsad',
    quote:
      'شاهد مراسلنا صباح الخميس من التلة المقابلة للبلدة مستودعًا واحدًا يحترق، وسمع انفجارات متتالية استمرت نحو ساعة.',
    claim: 'destroyed',
    stance: 'supports',
    origin: {
      party: 'marsad',
      channel: 'own reporter on the hill opposite the town',
      mode: 'observed',
      dated: '14 March 2024',
    },
    english:
      'On Thursday morning, from the hill opposite the town, our reporter saw one warehouse burn and heard a series of explosions that went on for about an hour.',
  },
  denial: {
    by: 'ilya',
    source: 'tolpress',
    quote: '«Ни один склад в Орвельске не пострадал», — сообщили в ведомстве.',
    claim: 'destroyed',
    stance: 'disputes',
    origin: { party: 'ministry', channel: 'statement of 15 March', mode: 'asserted', dated: '15 March 2024' },
    relays: ['tolpress'],
    english: '“Not one store in Orvelsk was damaged,” the ministry said.',
  },
  grassSaid: {
    by: 'ilya',
    source: 'tolpress',
    quote: 'В ведомстве добавили, что дым над посёлком — следствие возгорания сухой травы.',
    claim: 'grass',
    stance: 'supports',
    origin: { same: 'denial' },
    relays: ['tolpress'],
    english: 'The ministry added that the smoke over the settlement came from dry grass that had caught fire.',
  },
  oneSeen: {
    by: 'noor',
    source: 'marsad',
    quote: 'وكان المبنى الثاني المجاور له سليمًا عند شروق الشمس.',
    claim: 'one',
    stance: 'supports',
    origin: { same: 'observed' },
    english: 'The second building, beside it, was intact at sunrise.',
  },
  twoClaimed: {
    by: 'ilya',
    source: 'grenzbote',
    quote: 'Beide Schuppen am Gleis seien in der Nacht zum Donnerstag in die Luft geflogen, schrieb die Gruppe.',
    claim: 'two',
    stance: 'supports',
    origin: { same: 'video' },
    english: 'Both sheds by the track had blown up in the night to Thursday, the group wrote.',
    translator: 'a machine, checked by the desk',
  },
  stands: {
    by: 'ilya',
    source: 'call',
    quote: '"stands by its statement of 15 March" and would take no further questions on Orvelsk',
    origin: { same: 'denial' },
  },
  siding: {
    by: 'mara',
    source: 'courier',
    quote:
      'The siding and the bend of the river at its edge match satellite pictures of the eastern edge of Orvelsk, about four kilometres from the border.',
  },
}
