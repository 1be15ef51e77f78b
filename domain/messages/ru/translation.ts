export const translation = {
  label: 'Перевод',
  of: 'Это перевод версии {number, number} от <when></when>; язык оригинала: {language}.',
  published:
    'Перевод опубликован <when></when> после отдельной проверки. Цитаты и названия приведены так, как в оригинале.',
  original: 'Читать оригинал',
  outdated: 'С тех пор материал исправлен. <link>Читать версию {number, number}</link>',
  retracted: 'С тех пор материал отозван.',
  note: 'Почему он заменяет прежний перевод',
  none: 'Язык этого материала: {language}. Перевода нет.',
  noneYet: 'Версия {number, number} ещё не переведена; она дана на языке оригинала: {language}.',
  older: 'Есть перевод версии {number, number}',
  takenBack: 'Перевод этой версии отозван <when></when>',
  also: 'Также: <languages></languages>',
}
