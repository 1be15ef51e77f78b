import { latinOf, skeletonOf } from './name-word'

/** Words that say what a thing is and not which: one for each meaning, in the languages that reports come in. */
const KINDS: Readonly<Record<string, string>> = {
  army: 'army armiya армия армія armée armee ejército جيش צבא',
  battalion: 'battalion bn batallion батальон батальйон bataillon batallón كتيبة גדוד',
  brigade: 'brigade bde brigada бригада бригады бригади لواء חטיבה',
  company: 'company рота compagnie kompanie',
  corps: 'corps корпус korps cuerpo فيلق',
  division: 'division дивизия дивізія división فرقة',
  legion: 'legion легион легіон légion legión',
  regiment: 'regiment полк régiment regimiento فوج',
  ministry: 'ministry министерство міністерство ministère ministerium ministerio وزارة',
  party: 'party партия партія parti partei partido حزب',
  service: 'service служба dienst servicio',
  agency: 'agency agentstvo агентство агенція agence agentur agencia وكالة',
  front: 'front фронт frente جبهة',
  movement: 'movement движение рух mouvement bewegung movimiento حركة',
  group: 'group группа група groupe gruppe grupo مجموعة',
  city: 'city город місто ville stadt ciudad مدينة עיר',
  town: 'town',
  village: 'village selo село деревня хутор dorf قرية',
  settlement: 'settlement posyolok posyelok посёлок селище smt пгт смт',
  region: 'region oblast область région gebiet محافظة',
  district: 'district raion rayon район kreis',
}

const JOINING =
  'the of for and in on at de la le les du des d l el al los las der die das dem den von van und et y и і й в у на для з с із del della di da ال و ה'

const ORDINALS: readonly (readonly [number, string])[] = [
  [1, 'first первый первая первое перший перша erste premier première'],
  [2, 'second второй вторая второе другий друга zweite deuxième'],
  [3, 'third третий третья третье третій третя dritte troisième'],
  [4, 'fourth четвёртый четвёртая четвертый четвертая четвертий четверта vierte quatrième'],
  [5, 'fifth пятый пятая пʼятий пʼята fünfte cinquième'],
  [6, 'sixth шестой шестая шостий шоста sechste sixième'],
  [7, 'seventh седьмой седьмая сьомий сьома siebte septième'],
  [8, 'eighth восьмой восьмая восьмий восьма achte huitième'],
  [9, 'ninth девятый девятая девʼятий девʼята neunte neuvième'],
  [10, 'tenth десятый десятая десятий десята zehnte dixième'],
]

const keyed = (word: string) => skeletonOf(latinOf(word))

const kinds = new Map(
  Object.entries(KINDS).flatMap(([kind, words]) => words.split(' ').map((word) => [keyed(word), kind] as const)),
)
const joining = new Set(JOINING.split(' ').map(latinOf))
const ordinals = new Map(
  ORDINALS.flatMap(([number, words]) => words.split(' ').map((word) => [keyed(word), String(number)] as const)),
)

/** The kind of thing that the word says, such as `brigade`; null where it says which one. */
export function kindOfWord(skeleton: string): string | null {
  return kinds.get(skeleton) ?? null
}

export function isJoining(latin: string): boolean {
  return joining.has(latin)
}

const ROMAN: ReadonlyMap<string, string> = new Map(
  Object.entries({ II: '2', III: '3', IV: '4', VI: '6', VII: '7', VIII: '8', IX: '9' }),
)
const SUFFIX = '(?:st|nd|rd|th|er|e|eme|ya|y|i|iy|oy|oi|a|ha|ga|ta|aya|aia)'
const COUNTED = new RegExp(`^0*(\\d+)${SUFFIX}?$`)

/** The number that a word says, in digits: 2nd, 2-я, Second and II are 2. */
export function numberOf(word: string): string | null {
  const roman = ROMAN.get(word)
  if (roman !== undefined) return roman
  const latin = latinOf(word)
  return COUNTED.exec(latin)?.[1] ?? ordinals.get(skeletonOf(latin)) ?? null
}
