export const translation = {
  label: 'Переклад',
  of: 'Це переклад версії {number, number} від <when></when>; мова оригіналу: {language}.',
  published: 'Переклад опубліковано <when></when> після окремої перевірки. Цитати й назви подано так, як в оригіналі.',
  original: 'Читати оригінал',
  outdated: 'Відтоді матеріал виправлено. <link>Читати версію {number, number}</link>',
  retracted: 'Відтоді матеріал відкликано.',
  note: 'Чому він замінює попередній переклад',
  none: 'Мова цього матеріалу: {language}. Перекладу немає.',
  noneYet: 'Версію {number, number} ще не перекладено; вона подана мовою оригіналу: {language}.',
  older: 'Є переклад версії {number, number}',
  takenBack: 'Переклад цієї версії відкликано <when></when>',
  also: 'Також: <languages></languages>',
}
