export const corrections = {
  title: 'Korrekturen',
  description: 'Alle Korrekturen, Aktualisierungen, Klarstellungen und Zurückziehungen, die neuesten zuerst.',
  intro:
    'Nichts Veröffentlichtes wird stillschweigend geändert. Was eine frühere Version ersetzt, steht hier mit seiner Begründung, und die frühere Version bleibt unter ihrer eigenen Adresse.',
  nothing: 'Noch ist nichts korrigiert worden',
  nothingOfKind: 'Davon gibt es noch nichts',
  filter: 'Anzeigen',
  all: 'Alle',
  tell: 'Stimmt etwas nicht? Am Fuß dieser Seite steht, wie Sie uns erreichen. Für Korrekturen gibt es auch einen eigenen <feed>Feed</feed>.',
  replaced: 'Version {number, number} ist an die Stelle von Version {before, number} getreten.',
  kinds: 'Was die Wörter bedeuten',
  meaning: {
    correction: 'Was falsch war, ist korrigiert.',
    update: 'Seither ist mehr bekannt geworden.',
    clarification: 'Klarer gesagt; falsch war nichts.',
    retraction: 'Im Ganzen zurückgezogen: Auf das Gesagte sollte sich niemand verlassen.',
  },
  redacted: 'Der Text von Version {number, number} wurde entfernt.',
  whatChanged: 'Was sich geändert hat',
  version: 'Version {number, number}',
  more: 'Weitere Korrekturen',
}
