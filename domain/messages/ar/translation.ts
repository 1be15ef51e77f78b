export const translation = {
  label: 'ترجمة',
  of: 'هذه ترجمة للإصدار {number, number} بتاريخ <when></when>؛ لغة الأصل: {language}.',
  published:
    'نُشرت الترجمة في <when></when> بعد مراجعة خاصة بها. وتبقى الاقتباسات وأسماء وسائل الإعلام وعناوين المقالات كما هي في الأصل، وقد تُكتب الأسماء الأخرى بهذه اللغة.',
  original: 'اقرأ الأصل',
  note: 'سبب استبدال ترجمة سابقة',
  none: 'لغة هذا التقرير: {language}. ولا توجد له ترجمة إلى لغة هذه الصفحة.',
  noneYet: 'لا توجد للإصدار {number, number} ترجمة إلى لغة هذه الصفحة، وهو معروض بلغة الأصل: {language}.',
  older: 'توجد ترجمة للإصدار {number, number}',
  takenBack: 'سُحبت ترجمة هذا الإصدار في <when></when>.',
  also: 'بلغات أخرى: <languages></languages>',
}
