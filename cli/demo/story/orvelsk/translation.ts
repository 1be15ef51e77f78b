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
