import type { Bank } from './bank'

/** A fire in a depot: what a reporter, an agency and a regional paper would each write. Places and people are invented. */
export const depot: Bank = [
  [
    [
      'A fuel depot on the edge of {P} burned through the night after {a} explosions shook the town shortly before {h}.',
      'Склад пального на околиці міста {P} горів усю ніч після того, як незадовго до {h} місто сколихнули {a} вибухів.',
      'احترق مستودع للوقود على أطراف {P} طوال الليل بعد أن هزّ البلدة {a} انفجارات قبيل الساعة {h}.',
    ],
    [
      'Residents of {P} were woken at {h} by what they counted as {a} loud bangs, and by dawn a column of black smoke stood over the tanks.',
      'Мешканців {P} о {h} розбудили, за їхніми підрахунками, {a} гучних ударів, а на світанку над резервуарами здіймався стовп чорного диму.',
      'استيقظ سكان {P} عند الساعة {h} على ما عدّوه {a} دويًا قويًا، ومع الفجر ارتفع عمود من الدخان الأسود فوق الخزانات.',
    ],
    [
      'Fire broke out at {h} in storage tanks outside {P}; people nearby speak of {a} blasts within a few minutes.',
      'О {h} у резервуарах під {P} спалахнула пожежа; люди поблизу говорять про {a} детонацій за кілька хвилин.',
      'اندلع حريق عند {h} في خزانات تقع خارج {P}، ويتحدث من كانوا بالقرب عن {a} تفجيرات خلال دقائق.',
    ],
  ],
  [
    [
      'The regional fire brigade sent {b} engines from {Q} and asked everybody within two streets of the fence to leave their homes.',
      'Обласна пожежна охорона надіслала {b} машин із {Q} і попросила всіх, хто живе за дві вулиці від огорожі, залишити домівки.',
      'أرسلت فرقة الإطفاء الإقليمية {b} سيارة من {Q} وطلبت من جميع الساكنين على بعد شارعين من السياج مغادرة منازلهم.',
    ],
    [
      'By sunrise {b} vehicles had arrived, most of them from {Q}, and crews were cooling the tanks that had not yet caught fire.',
      'До сходу сонця прибуло {b} одиниць техніки, здебільшого з {Q}, і рятувальники охолоджували цистерни, які ще не зайнялися.',
      'وبحلول شروق الشمس كانت {b} مركبة قد وصلت، معظمها من {Q}، وراحت الأطقم تبرّد الخزانات التي لم تشتعل بعد.',
    ],
    [
      'Neighbouring {Q} lent {b} trucks. Families were told over loudspeakers to shut their windows and stay away from the railway.',
      'Сусіднє місто {Q} виділило {b} автоцистерн. Родинам через гучномовці радили зачинити вікна й не підходити до залізниці.',
      'وأعارت {Q} المجاورة {b} شاحنة. وطُلب من العائلات عبر مكبرات الصوت إغلاق النوافذ والابتعاد عن السكة الحديدية.',
    ],
  ],
  [
    [
      'The head of the district, {S}, told reporters: “{quote1}”',
      'Голова району {S} сказав журналістам: «{quote1}»',
      'وقال رئيس المنطقة {S} للصحفيين: «{quote1}»',
    ],
    [
      '“{quote1}” said {S}, who runs the district, on the steps of the town hall.',
      '«{quote1}» — заявив на сходах ратуші {S}, який керує районом.',
      '«{quote1}» هكذا صرّح {S} الذي يدير المنطقة على درج مبنى البلدية.',
    ],
    [
      'Asked what was known, district chief {S} answered: “{quote1}”',
      'На запитання, що відомо, очільник району {S} відповів: «{quote1}»',
      'وردًا على سؤال عما هو معروف أجاب مسؤول المنطقة {S}: «{quote1}»',
    ],
  ],
  [
    [
      'Doctors in {Q} treated {c} people, most of them for smoke; one driver remained in hospital with burns on Thursday evening.',
      'Лікарі в {Q} надали допомогу {c} людям, більшість надихалася диму; один водій у четвер увечері ще лежав у лікарні з опіками.',
      'عالج أطباء في {Q} نحو {c} شخصًا أغلبهم بسبب الدخان، وبقي سائق واحد في المستشفى مصابًا بحروق مساء الخميس.',
    ],
    [
      'A hospital in {Q} said it had taken in {c} patients since the morning and discharged all but a tanker driver, whose burns are serious.',
      'Лікарня в {Q} повідомила, що від ранку прийняла {c} пацієнтів і виписала всіх, крім водія бензовоза з важкими опіками.',
      'وأعلن مستشفى في {Q} أنه استقبل منذ الصباح {c} مريضًا وأخرجهم جميعًا ما عدا سائق صهريج حروقه خطيرة.',
    ],
    [
      'The number of injured stands at {c}, according to the clinic in {Q}; a man who drove one of the lorries is the only one still being cared for.',
      'За даними клініки в {Q}, постраждалих {c}; під наглядом залишається тільки чоловік, який вів одну з вантажівок.',
      'وبلغ عدد المصابين {c} بحسب العيادة في {Q}، ولا يزال رجل كان يقود إحدى الشاحنات وحده قيد الرعاية.',
    ],
  ],
  [
    [
      'Who is behind it is unknown. A channel calling itself the {G} published {d} seconds of video that it says shows a drone above the tanks.',
      'Хто за цим стоїть, невідомо. Канал, що називає себе «{G}», оприлюднив {d} секунд відео, на якому, за його словами, видно безпілотник над резервуарами.',
      'ولا يُعرف من يقف وراء ذلك. ونشرت قناة تسمي نفسها {G} مقطعًا مدته {d} ثانية تقول إنه يُظهر طائرة مسيّرة فوق الخزانات.',
    ],
    [
      'The {G} claimed the attack within hours and put out a clip of {d} seconds; nothing in it lets one tell where or when it was filmed.',
      'Угруповання «{G}» за кілька годин узяло напад на себе й поширило ролик на {d} секунд; із нього не зрозуміло, де й коли це знято.',
      'وتبنّت {G} الهجوم خلال ساعات وبثت شريطًا من {d} ثانية، ولا شيء فيه يدل على مكان تصويره أو زمانه.',
    ],
    [
      'In a post that has since been deleted, the {G} took responsibility. The attached film lasts {d} seconds and shows little but flames.',
      'У дописі, який згодом видалили, відповідальність узяла на себе група «{G}». Додане відео триває {d} секунд і показує лише полум’я.',
      'وفي منشور حُذف لاحقًا أعلنت {G} مسؤوليتها. ويدوم الفيلم المرفق {d} ثانية ولا يظهر فيه سوى ألسنة اللهب.',
    ],
  ],
  [
    [
      'The energy ministry of {C} said that {e} tonnes of diesel were lost, that supplies were secured for weeks, and that no petrol station would have to close.',
      'Міністерство енергетики країни {C} повідомило, що втрачено {e} тонн дизельного пального, запасів вистачить на тижні й жодна заправка не закриється.',
      'وقالت وزارة الطاقة في {C} إن {e} طنًا من الديزل فُقدت وإن الإمدادات مؤمّنة لأسابيع ولن تُغلق أي محطة وقود.',
    ],
    [
      'Officials in {C} put the loss at {e} tonnes and tried to calm drivers, some of whom were already queueing at the pumps.',
      'Посадовці в {C} оцінили втрати в {e} тонн і намагалися заспокоїти водіїв, частина яких уже стояла в чергах на заправках.',
      'وقدّر مسؤولون في {C} الخسارة بنحو {e} طنًا وحاولوا تهدئة السائقين الذين اصطف بعضهم أمام المضخات.',
    ],
    [
      'About {e} tonnes of fuel went up in flames. That is less than {C} uses in a day, the ministry responsible points out.',
      'У вогні зникло близько {e} тонн пального. Це менше, ніж {C} споживає за день, зауважують у профільному міністерстві.',
      'والتهمت النيران نحو {e} طنًا من الوقود. وهذا أقل مما تستهلكه {C} في يوم واحد كما توضح الوزارة المختصة.',
    ],
  ],
  [
    [
      'Night-shift worker {T} saw the first flash from the gate. “{quote2}” she recalled, still in her orange overalls.',
      'Працівниця нічної зміни {T} побачила перший спалах від воріт. «{quote2}» — згадувала вона, досі в помаранчевому комбінезоні.',
      'ورأت {T} العاملة في المناوبة الليلية أول وميض من عند البوابة. «{quote2}» هكذا استعادت المشهد وهي لا تزال ببدلتها البرتقالية.',
    ],
    [
      '{T}, who had been checking a valve a hundred metres away, put it like this: “{quote2}”',
      '{T}, яка за сто метрів перевіряла засувку, описала це так: «{quote2}»',
      'أما {T} التي كانت تفحص صمامًا على بعد مئة متر فوصفت ما جرى بقولها: «{quote2}»',
    ],
    [
      'Among those who ran was {T}. “{quote2}” she told a local radio station later in the day.',
      'Серед тих, хто тікав, була {T}. «{quote2}» — розповіла вона пізніше місцевому радіо.',
      'وكانت {T} بين الذين هربوا. «{quote2}» كما روت لإذاعة محلية في وقت لاحق من اليوم.',
    ],
  ],
  [
    [
      'It is the third fire at a depot in the region since January; after the second one the insurers had asked for nets above the roofs, which were never put up.',
      'Це третя пожежа на складі в області від січня; після другої страховики вимагали натягнути сітки над дахами, але їх так і не встановили.',
      'وهذا ثالث حريق في مستودع بالمنطقة منذ يناير، وبعد الثاني طالبت شركات التأمين بشباك فوق الأسطح لم تُركَّب قط.',
    ],
    [
      'Twice already this year stores of fuel have burned not far from here, and both times the investigation ended without a word to the public.',
      'Цього року неподалік двічі горіло пальне, і обидва рази розслідування завершувалося без жодного слова для громадськості.',
      'وقد احترقت مخازن وقود مرتين هذا العام غير بعيد من هنا، وانتهى التحقيق في المرتين من دون كلمة للجمهور.',
    ],
    [
      'Inspectors had warned of exactly this in the spring. Their report, which we have read, lists leaking pipes, missing alarms and a single guard at night.',
      'Інспектори попереджали саме про це навесні. У їхньому звіті, з яким ми ознайомилися, перелічено труби, що протікають, відсутні сповіщувачі й одного нічного сторожа.',
      'وكان مفتشون قد حذّروا من هذا بالذات في الربيع. ويعدد تقريرهم الذي اطلعنا عليه أنابيب مسرّبة وأجهزة إنذار غائبة وحارسًا ليليًا واحدًا.',
    ],
  ],
]
