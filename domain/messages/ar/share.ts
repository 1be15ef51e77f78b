export const share = {
  read: 'اقرأ التقرير مع أدلته',
  published: 'نُشر في {date}',
  alt: '{title} – {mark}',
  copy: 'هذه نسخة من <site></site> كما كان بعد القيد {entry, number} في <log>سجلّ النشر</log> الخاصّ به.',
  copySearch: 'لا يمكن البحث في النسخة. <site>ابحث في الموقع نفسه</site>.',
}
