import { castRound } from '../newsroom'
import type { DemoNewsroom } from '../room'
import { tell, type Story } from '../story'
import * as text from '../text/others'

const STORY: Story = {
  at: '2024-05-08T12:15:00Z',
  by: 'ilya',
  incident: {
    title: 'Two nurses said to be held in Nerrin',
    type: 'detention',
    occurred: '7 May 2024',
    place: 'nerrin',
    parties: ['union', 'administration'],
    tags: ['health workers'],
  },
  sides: [{ name: 'Tolmark', parties: ['administration', 'tolpress'] }],
  sources: {
    herald: {
      by: 'ilya',
      medium: 'article',
      outlet: 'herald',
      title: 'Doctors’ union: two nurses held after clinic search',
      language: 'en',
      published: '8 May 2024',
      text: text.hospitalHerald,
    },
    tolpress: {
      by: 'ilya',
      medium: 'agency',
      outlet: 'tolpress',
      title: 'В Неррине прошла проверка документов',
      language: 'ru',
      published: '8 May 2024',
      text: text.hospitalTolpress,
    },
    marsad: {
      by: 'noor',
      medium: 'article',
      outlet: 'marsad',
      title: 'نقابة الأطباء: اقتياد ممرضتين من عيادة نيرين',
      language: 'ar',
      published: '8 May 2024',
      text: text.hospitalMarsad,
    },
    courier: {
      by: 'noor',
      medium: 'article',
      outlet: 'courier',
      url: 'https://harbour-courier.example/nerrin-clinic',
      title: 'Two nurses taken away from clinic in Nerrin',
      language: 'en',
      published: '9 May 2024',
      text: text.hospitalCourier,
    },
    relative: {
      by: 'noor',
      kind: 'own_work',
      medium: 'call',
      title: 'Call with a relative',
      language: 'en',
      published: '9 May 2024',
      isConfidential: true,
      publicDescription:
        'A relative of one of the nurses, who spoke on condition that nothing about them be published.',
      text: 'The relative says that neither of the two has been allowed to telephone since Tuesday.',
    },
  },
  questions: [
    {
      kind: 'what',
      text: 'What happened to the two nurses?',
      claims: {
        held: {
          text: 'Soldiers took two nurses away from the district clinic in Nerrin on 7 May 2024.',
          claimants: ['union'],
          firstAppeared: '8 May 2024',
          isCentral: true,
        },
        nobody: { text: 'Nobody was detained at the clinic.', claimants: ['administration'] },
      },
    },
  ],
  evidence: {
    secretary: {
      by: 'ilya',
      source: 'herald',
      quote: '"They were told to bring their identity cards and have not come back,"',
      claim: 'held',
      stance: 'supports',
      origin: { party: 'union', channel: 'secretary Oma Lirin', mode: 'asserted', dated: '8 May 2024' },
    },
    rota: {
      by: 'ilya',
      source: 'herald',
      quote: "The Ridge Herald has seen the clinic's rota for Tuesday, on which both names are struck through.",
      claim: 'held',
      stance: 'supports',
      origin: { party: 'herald', channel: 'the clinic’s rota', mode: 'observed', dated: '8 May 2024' },
    },
    rotaAgain: {
      by: 'noor',
      source: 'courier',
      quote: "The Harbour Courier has seen the clinic's rota for Tuesday, on which both names are struck through.",
      claim: 'held',
      stance: 'supports',
      origin: { party: 'courier', channel: 'the clinic’s rota', mode: 'observed', dated: '9 May 2024' },
    },
    seen: {
      by: 'noor',
      source: 'marsad',
      quote: 'وقال قريب لإحداهما للمرصد الحر إنه رآها في سيارة عسكرية عند الساعة الرابعة عصرًا.',
      claim: 'held',
      stance: 'supports',
      origin: { channel: 'a relative who saw her in a military car', mode: 'observed', dated: '7 May 2024' },
      relays: ['marsad'],
      english:
        'A relative of one of them told Al-Marsad al-Hurr of having seen her in a military car at four in the afternoon.',
    },
    silence: {
      by: 'noor',
      source: 'relative',
      quote: 'neither of the two has been allowed to telephone since Tuesday',
      claim: 'held',
      stance: 'supports',
    },
    denial: {
      by: 'ilya',
      source: 'tolpress',
      quote: '«Никто не задержан», — сказал представитель администрации.',
      claim: 'nobody',
      stance: 'supports',
      origin: { party: 'administration', channel: 'spokesman', mode: 'asserted', dated: '8 May 2024' },
      relays: ['tolpress'],
      english: '“Nobody is detained,” a spokesman for the administration said.',
    },
  },
}

/**
 * Being voted on: one round is a ballot short, another has hardly begun. One article is another’s with its name
 * exchanged; nobody has seen that yet but the program, which suggests it.
 */
export async function nerrin(room: DemoNewsroom): Promise<void> {
  const told = await tell(room, STORY)
  room.clock.set('2024-05-10T08:00:00Z')
  await castRound(room, told.id('held'), [
    { by: 'ilya', level: 'probable' },
    { by: 'noor', level: 'confirmed', reason: 'Two who do not know each other, one of whom saw it.' },
  ])
  await castRound(room, told.id('nobody'), [{ by: 'mara', level: 'doubtful' }])
}
