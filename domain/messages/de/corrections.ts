export const corrections = {
  title: 'Korrekturen',
  description: 'Alle Korrekturen, Aktualisierungen, Klarstellungen und Rücknahmen, die neuesten zuerst.',
  intro:
    'Nichts Veröffentlichtes wird stillschweigend geändert. Was eine frühere Version ersetzt, steht hier mit seiner Begründung, und die frühere Version bleibt unter ihrer eigenen Adresse.',
  nothing: 'Noch ist nichts korrigiert worden',
  nothingText: 'Stimmt etwas nicht? Am Fuß dieser Seite steht, wie Sie uns erreichen.',
  redacted: 'Der Text von Version {number, number} wurde entfernt.',
  whatChanged: 'Was sich geändert hat',
  version: 'Version {number, number}',
  more: 'Weitere Korrekturen',
}
