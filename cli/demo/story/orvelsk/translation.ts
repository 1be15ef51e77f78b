import type { Translated } from '../../room'

/** The corrected account in Ukrainian; lines as they are typed, `[1]` for its first citation. */
export const UKRAINIAN: Translated = {
  words: {
    'Fire at an ammunition depot in Orvelsk': 'Пожежа на складі боєприпасів в Орвельську',
    'We first left open whether one depot or two had burned. One did: the second building was standing at sunrise.':
      'Спершу ми не вказали, один склад згорів чи два. Згорів один: на світанку друга будівля стояла.',
    'What burned at Orvelsk?': 'Що горіло в Орвельську?',
    'An ammunition depot in Orvelsk was destroyed in the night to 14 March 2024.':
      'У ніч на 14 березня 2024 року в Орвельську знищено склад боєприпасів.',
    'The smoke over Orvelsk came from dry grass that had caught fire.':
      'Дим над Орвельськом ішов від сухої трави, що зайнялася.',
    'Grass does not explode for an hour.': 'Трава не вибухає цілу годину.',
    'How many depots were destroyed?': 'Скільки складів знищено?',
    'One depot was destroyed.': 'Знищено один склад.',
    'Two depots were destroyed.': 'Знищено два склади.',
    'The second building may have burned later.': 'Друга будівля могла згоріти пізніше.',
    'Exiles from Tolmark who fight on Karvenia’s side.': 'Вигнанці з Толмарку, які воюють на боці Карвенії.',
    'Names its sources, corrects in public, has reporters on the ground.':
      'Називає свої джерела, виправляється публічно, має репортерів на місці.',
    'Own reporters at the border; small staff; has withdrawn two reports in three years.':
      'Власні репортери на кордоні; невеликий штат; за три роки відкликало два повідомлення.',
    'Its own reporting is sound; its translated agency copy is not read by anyone before it runs.':
      'Власні матеріали надійні; перекладені повідомлення агентств перед публікацією ніхто не читає.',
    'Carries official statements unchecked; useful for what officials say.':
      'Передає офіційні заяви без перевірки; корисне, щоб знати, що кажуть посадовці.',
    'Copies without attribution and alters what it copies.': 'Копіює без посилання й змінює те, що копіює.',
    Orvelsk: 'Орвельськ',
    'Free Tolmark Legion': 'Легіон вільного Толмарку',
    'Ministry of Defence of Tolmark': 'Міністерство оборони Толмарку',
    'General Staff of Karvenia': 'Генеральний штаб Карвенії',
    Tolmark: 'Толмарк',
    Karvenia: 'Карвенія',
    'clip on the group’s own channel': 'відео на власному каналі групи',
    'own reporter on the hill opposite the town': 'власний репортер на пагорбі навпроти міста',
    'spokesman, asked by the Ridge Herald': 'речник на запит Ridge Herald',
    'statement of 15 March': 'заява від 15 березня',
    TolPress: 'ТолПрес',
    ammunition: 'боєприпаси',
    'border raids': 'прикордонні рейди',
  },
  lines: [
    'У ніч на 14 березня 2024 року в Орвельську знищено один склад боєприпасів. Легіон вільного Толмарку опублікував відео з ним [1][2], а репортер видання Al-Marsad al-Hurr бачив пожежу з того боку кордону [3]. Генеральний штаб Карвенії каже, що влучено в склад [4].',
    'Міністерство оборони Толмарку це заперечує [5] і говорить, що горіла трава [6]. На повторний запит воно підтвердило свою заяву [7].',
    'Один склад, а не два',
    'Легіон говорить про два [8].',
    'На світанку друга будівля стояла, каже репортер [9].',
    'Залізнична колія на відео відповідає східній околиці міста [10].',
  ],
}

/** The version before it: what stands in both as it did is told in the same words. */
export const UKRAINIAN_FIRST: Translated = {
  words: UKRAINIAN.words,
  lines: [
    'У ніч на 14 березня 2024 року в Орвельську знищено склад боєприпасів. Легіон вільного Толмарку опублікував відео з ним [1][2], а репортер видання Al-Marsad al-Hurr бачив пожежу з того боку кордону [3].',
    'Міністерство оборони Толмарку це заперечує [4] і говорить, що горіла трава [5]. На повторний запит воно підтвердило свою заяву [6].',
    'Один склад чи два',
    'Легіон говорить про два [7].',
    'На світанку поруч із першою стояла друга будівля [8].',
    'Залізнична колія на відео відповідає східній околиці міста [9].',
  ],
}

/** The first version in Arabic: it stays where that version stands, and says that there is a newer one. */
export const ARABIC: Translated = {
  words: {
    'Fire at an ammunition depot in Orvelsk': 'حريق في مستودع ذخيرة في أورفيلسك',
    'What burned at Orvelsk?': 'ما الذي احترق في أورفيلسك؟',
    'An ammunition depot in Orvelsk was destroyed in the night to 14 March 2024.':
      'دُمِّر مستودع ذخيرة في أورفيلسك ليلة 14 مارس 2024.',
    'The smoke over Orvelsk came from dry grass that had caught fire.': 'الدخان فوق أورفيلسك كان من عشب جاف اشتعل.',
    'Grass does not explode for an hour.': 'العشب لا ينفجر ساعة كاملة.',
    'How many depots were destroyed?': 'كم مستودعًا دُمِّر؟',
    'One depot was destroyed.': 'دُمِّر مستودع واحد.',
    'Two depots were destroyed.': 'دُمِّر مستودعان.',
    'The second building may have burned later.': 'ربما احترق المبنى الثاني لاحقًا.',
    'Exiles from Tolmark who fight on Karvenia’s side.': 'منفيون من تولمارك يقاتلون إلى جانب كارفينيا.',
    'Names its sources, corrects in public, has reporters on the ground.':
      'تسمّي مصادرها وتصحّح علنًا ولها مراسلون في الميدان.',
    'Own reporters at the border; small staff; has withdrawn two reports in three years.':
      'مراسلون خاصون على الحدود؛ طاقم صغير؛ سحب تقريرين في ثلاث سنوات.',
    'Its own reporting is sound; its translated agency copy is not read by anyone before it runs.':
      'تقاريرها الخاصة سليمة؛ أما مواد الوكالات المترجمة فلا يقرؤها أحد قبل نشرها.',
    'Carries official statements unchecked; useful for what officials say.':
      'تنقل البيانات الرسمية دون تحقق؛ مفيدة لمعرفة ما يقوله المسؤولون.',
    'Copies without attribution and alters what it copies.': 'ينسخ دون إسناد ويغيّر ما ينسخه.',
    Orvelsk: 'أورفيلسك',
    'Free Tolmark Legion': 'فيلق تولمارك الحرة',
    'Ministry of Defence of Tolmark': 'وزارة دفاع تولمارك',
    'General Staff of Karvenia': 'هيئة أركان كارفينيا',
    Tolmark: 'تولمارك',
    Karvenia: 'كارفينيا',
    'clip on the group’s own channel': 'مقطع مصور على قناة المجموعة',
    'own reporter on the hill opposite the town': 'مراسل خاص من التلة المقابلة للبلدة',
    'spokesman, asked by the Ridge Herald': 'متحدث ردًّا على سؤال ريدج هيرالد',
    'statement of 15 March': 'بيان 15 مارس',
    'Al-Marsad al-Hurr': 'المرصد الحر',
    TolPress: 'تولبريس',
    ammunition: 'ذخيرة',
    'border raids': 'غارات حدودية',
  },
  lines: [
    'دُمِّر مستودع ذخيرة في أورفيلسك ليلة 14 مارس 2024. نشر فيلق تولمارك الحرة مقطعًا مصورًا له [1][2]، وشاهده مراسل «المرصد الحر» يحترق من الجانب الآخر من الحدود [3].',
    'تنفي وزارة دفاع تولمارك ذلك [4] وتتحدث عن احتراق أعشاب [5]. وحين سُئلت من جديد تمسكت ببيانها [6].',
    'مستودع أم مستودعان',
    'يتحدث الفيلق عن اثنين [7].',
    'عند شروق الشمس كان مبنى ثانٍ بجوار الأول قائمًا [8].',
    'السكة الجانبية في المقطع تطابق الطرف الشرقي للبلدة [9].',
  ],
}
