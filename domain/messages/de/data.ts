export const data = {
  title: 'Daten',
  description: 'Alles Veröffentlichte: als Feeds, als JSON, als ganze Dateien und zum Einbetten auf anderen Seiten.',
  intro:
    'Alles, was hier veröffentlicht ist, ist für Programme ebenso lesbar wie für Menschen: ohne Schlüssel, ohne Konto, ohne Cookie. Jede Antwort hat ein ETag, damit Unverändertes nicht noch einmal gesendet wird.',
  feeds: {
    title: 'Feeds',
    text: '<feeds></feeds> enthalten die dreißig neuesten Veröffentlichungen, Korrekturen und Zurückziehungen. Sie lassen sich eingrenzen wie die Startseite: auf einen Ort, einen Akteur, ein Schlagwort, eine Stufe oder bestimmte Wörter:',
  },
  dumps: {
    title: 'Ganze Dateien',
    text: 'Alles in der Reihenfolge der Veröffentlichung, in Teilen von je {part, plural, one {# Eintrag} other {# Einträgen}} des Protokolls. Eine Veröffentlichung ändert nur den letzten Teil, eine Entfernung auch den Teil, um den es geht. Das Verzeichnis für Programme ist <index></index>.',
    none: 'Noch keine Einträge',
    entries: 'Einträge {first, number} bis {last, number}',
  },
  frames: {
    title: 'Auf anderen Seiten',
    text: 'Die neueste Version jeder Darstellung lässt sich auf jeder Seite in einem Rahmen einbetten, und Seiten, die oEmbed kennen, finden sie über die Adresse der Darstellung. Der Rahmen führt kein Skript aus, setzt kein Cookie und lädt nichts von anderswo.',
  },
  checking: {
    title: 'Überprüfen',
    text: 'Jede Version ist ein Eintrag im <log>Veröffentlichungsprotokoll</log>, das niemand unbemerkt ändern kann. Kopien dieser Website lassen sich daran überprüfen, wo immer sie stehen.',
  },
  api: {
    title: 'Die Schnittstelle',
    text: 'Dasselbe als <openapi>OpenAPI-3.1-Dokument</openapi>. Adressen beginnen mit <site></site>.',
    english: 'Namen und Beschreibungen sind auf Englisch.',
    contents: 'Was in einer Antwort steht',
    parameter: 'Parameter',
    answer: 'Antwort',
    when: 'Wann',
    field: 'Feld',
    what: 'Was es ist',
  },
} as const

export const feed = {
  description: 'Darstellungen umstrittener Vorfälle, geprüft von {organisation}',
  redacted: 'Entfernt: Version {number, number} einer Darstellung',
  titled: '{label}: {title}',
  later: {
    retracted: 'Diese Darstellung wurde später zurückgezogen.',
    replaced: 'Eine spätere Version ist an ihre Stelle getreten.',
  },
} as const
