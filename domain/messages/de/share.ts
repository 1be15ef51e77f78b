export const share = {
  read: 'Die Darstellung mit ihren Belegen lesen',
  published: 'Veröffentlicht am {date}',
  alt: '{title} – {mark}',
  copy: 'Dies ist eine Kopie von <site></site>, Stand nach Eintrag {entry, number} des dortigen <log>Veröffentlichungsprotokolls</log>.',
  copySearch: 'In einer Kopie kann nicht gesucht werden. <site>Auf der Website selbst suchen</site>.',
}
