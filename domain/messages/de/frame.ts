export const frame = {
  skip: 'Zum Inhalt springen',
  main: 'Hauptmenü',
  latest: 'Neuestes',
  corrections: 'Korrekturen',
  method: 'Methode',
  feed: 'Feed',
  data: 'Daten',
  log: 'Veröffentlichungsprotokoll',
  signIn: 'Anmelden',
  languages: 'Sprachen',
  wrong: 'Stimmt etwas nicht? Schreiben Sie uns: <contact></contact>',
  asOf: 'Das Archiv ist gerade nicht erreichbar. Diese Seite zeigt den Stand vom <when></when>.',
  newer: 'Neuere',
  older: 'Ältere',
  demo: {
    label: 'Demonstration',
    text: '<strong>Demonstration.</strong> Alles hier ist erfunden<more>: jeder Ort, jede Person, jedes Medium und jedes Ereignis</more>.',
  },
}

export const failure = {
  missing: 'Unter dieser Adresse gibt es nichts',
  missingText:
    'Vielleicht ist sie falsch geschrieben. Eine hier veröffentlichte Darstellung behält ihre Adresse für immer, auch wenn sie korrigiert oder zurückgezogen wird.',
  away: 'Diese Seite kann gerade nicht gelesen werden',
  awayText:
    'Die Datenbank mit den veröffentlichten Darstellungen antwortet nicht. Es ist nichts verloren. Versuchen Sie es in einer Minute wieder.',
  awayNeeds: 'Ohne sie gibt es keine Suche und keine Listen und Seiten, die nicht schon vorher bereitlagen.',
  still: 'Was zu lesen ist, auf dem letzten Stand',
  fault: 'Diese Seite konnte nicht angezeigt werden',
  faultText:
    'Der Fehler liegt bei uns und wurde vermerkt. Es ist nichts verloren. Versuchen Sie es noch einmal, oder beginnen Sie auf der Startseite.',
  again: 'Noch einmal versuchen',
  latest: 'Zu den neuesten Darstellungen',
}
