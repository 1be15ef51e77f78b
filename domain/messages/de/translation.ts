export const translation = {
  label: 'Übersetzung',
  of: 'Dies übersetzt Version {number, number} vom <when></when>; Sprache des Originals: {language}.',
  published:
    'Die Übersetzung wurde am <when></when> nach einer eigenen Prüfung veröffentlicht. Zitate, Medien und Titel von Artikeln stehen wie im Original; andere Namen können übertragen sein.',
  original: 'Das Original lesen',
  note: 'Warum sie eine frühere Übersetzung ersetzt',
  none: 'Sprache dieser Darstellung: {language}. Eine Übersetzung in die Sprache dieser Seite gibt es nicht.',
  noneYet:
    'Von Version {number, number} gibt es keine Übersetzung in die Sprache dieser Seite; sie steht in der Sprache des Originals: {language}.',
  older: 'Version {number, number} gibt es übersetzt',
  takenBack: 'Die Übersetzung dieser Version wurde am <when></when> zurückgezogen.',
  also: 'Auch auf: <languages></languages>',
}
