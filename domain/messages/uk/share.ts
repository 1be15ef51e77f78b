export const share = {
  read: 'Читати матеріал із доказами',
  published: 'Опубліковано {date}',
  alt: '{title} — {mark}',
  copy: 'Це копія <site></site> станом після запису {entry, number} у його <log>журналі публікацій</log>.',
  copySearch: 'У копії немає пошуку. <site>Шукати на самому сайті</site>.',
}
