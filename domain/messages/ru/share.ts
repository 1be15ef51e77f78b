export const share = {
  read: 'Читать материал с доказательствами',
  published: 'Опубликовано {date}',
  alt: '{title} — {mark}',
  copy: 'Это копия <site></site> по состоянию после записи {entry, number} в его <log>журнале публикаций</log>.',
  copySearch: 'В копии нет поиска. <site>Искать на самом сайте</site>.',
}
