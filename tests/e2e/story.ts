/** Two invented reports of one night that disagree, and a copy of the first. */

export const PASSWORD = 'a long pass phrase of the harbour'

export const PEOPLE = {
  ines: { name: 'Ines Faro', email: 'ines@desk.example' },
  jonas: { name: 'Jonas Wend', email: 'jonas@desk.example' },
  kalila: { name: 'Kalila Omari', email: 'kalila@desk.example' },
  lev: { name: 'Lev Stroud', email: 'lev@desk.example' },
} as const

export const TITLE = 'Fire at the Tarn Point fuel terminal'

export const COURIER = {
  outlet: 'Harbour Courier',
  title: 'Two fuel tanks destroyed at Tarn Point, navy says',
  url: 'https://harbour-courier.example/tarn-point',
  navy: 'Two fuel tanks were destroyed at the Tarn Point terminal, the navy of Velland said.',
  reporter: 'Our reporter at the gate counted two burnt-out tanks.',
  spam: 'Subscribe now and get a free umbrella!',
}

export const MARSA = {
  outlet: 'Sawt al-Marsa',
  title: 'خزان واحد احترق في تارن بوينت',
  ministry: 'قالت وزارة الطاقة إن خزانا واحدا فقط احترق في محطة تارن بوينت.',
  injuries: 'ولم يصب أحد بأذى في الحريق.',
}
export const MINISTRY_IN_ENGLISH = 'The energy ministry said that only one tank burned at the Tarn Point terminal.'
export const INJURIES_IN_ENGLISH = 'Nobody was hurt in the fire.'

export const RELAY = {
  outlet: 'Daily Relay',
  title: 'Navy: two fuel tanks gone',
  text: 'Two fuel tanks were destroyed at the Tarn Point terminal, the navy of Velland said. (Harbour Courier)',
}

export const QUESTION = 'How many tanks were destroyed?'
export const TWO = 'Two fuel tanks were destroyed.'
export const ONE = 'Only one fuel tank was destroyed.'

/** A second incident, for whoever works by keyboard alone. */
export const PUMP = {
  title: 'Pump house flooded at Low Weir',
  report: 'The pump house at Low Weir stood a metre under water on Sunday, the district said.',
  source: 'Pump house under water',
  question: 'What happened to the pump house?',
  claim: 'The pump house was flooded.',
  summary: 'The pump house at Low Weir was flooded, says the district.',
}
