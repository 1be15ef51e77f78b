import type { Bank } from './bank'

/** A ferry that runs aground, and the quarrel about who steered it. */
export const ferry: Bank = [
  [
    [
      'The car ferry “{G}” ran onto rocks {a} kilometres off {P} at {h}, in calm weather and with its lights on, the coastguard said.',
      'Автомобільний пором «{G}» о {h} наскочив на скелі за {a} кілометрів від {P} за тихої погоди й з увімкненими вогнями, повідомила берегова охорона.',
      'جنحت عبّارة السيارات «{G}» على صخور تبعد {a} كيلومترات عن {P} عند {h} في طقس هادئ وأضواؤها مضاءة بحسب خفر السواحل.',
    ],
    [
      'It was {h}, the sea was flat, and yet the “{G}” steered straight for a reef that every fisherman of {P} knows, {a} kilometres from the pier.',
      'Була {h}, море було рівне, і все ж «{G}» ішов просто на риф за {a} кілометрів від причалу, який знає кожен рибалка в {P}.',
      'كانت الساعة {h} والبحر ساكنًا، ومع ذلك اتجهت «{G}» مباشرة نحو حيد يعرفه كل صياد في {P} على بعد {a} كيلومترات من الرصيف.',
    ],
    [
      'Passengers bound for {P} felt a jolt at {h}, then heard metal tear: the “{G}” had struck a shoal marked on charts, with {a} kilometres still to go.',
      'Пасажири, які прямували до {P}, о {h} відчули поштовх, а тоді почули скрегіт металу: «{G}» ударився об позначену на картах мілину, не дійшовши {a} кілометрів.',
      'شعر ركاب متجهون إلى {P} برجّة عند {h} ثم سمعوا تمزّق المعدن، فقد اصطدمت «{G}» بضحضاح مبيّن على الخرائط وأمامها {a} كيلومترات بعد.',
    ],
  ],
  [
    [
      'All {b} people on board were taken off within three hours and brought to the fishing port of {Q}, wrapped in foil and mostly unhurt.',
      'Усіх {b} людей, які були на борту, за три години зняли й доправили до рибальського порту {Q}, загорнутих у фольгу й здебільшого неушкоджених.',
      'أُجلي جميع من كانوا على متنها وعددهم {b} خلال ثلاث ساعات ونُقلوا إلى ميناء الصيد {Q} ملفوفين برقائق ومعظمهم سالمون.',
    ],
    [
      'Trawlers from {Q} were there first. They took over {b} passengers and crew by rope ladder while the ship leaned further and further to port.',
      'Траулери з {Q} прибули першими. Вони мотузяними драбинами прийняли {b} пасажирів і членів екіпажу, а судно тим часом дедалі більше хилилося на лівий борт.',
      'كانت قوارب الجر القادمة من {Q} أول الواصلين، فأخذت {b} من الركاب والطاقم بسلالم من حبال بينما كانت السفينة تميل أكثر فأكثر إلى اليسار.',
    ],
    [
      'The list of those rescued has {b} names on it, as many as tickets were sold; the harbour master of {Q} read it aloud twice.',
      'У списку врятованих {b} імен — стільки ж, скільки продано квитків; начальник порту {Q} двічі зачитав його вголос.',
      'وفي قائمة الناجين {b} اسمًا بعدد التذاكر المبيعة، وقد قرأها مدير ميناء {Q} بصوت عالٍ مرتين.',
    ],
  ],
  [
    [
      'Captain {S}, in his first statement, read from a sheet of paper: “{quote1}”',
      'Капітан {S} у першій заяві прочитав з аркуша: «{quote1}»',
      'وقرأ القبطان {S} في أول تصريح له من ورقة: «{quote1}»',
    ],
    [
      '“{quote1}” That is all {S}, master of the ship for nine years, was willing to say.',
      '«{quote1}» Це все, що погодився сказати {S}, який дев’ять років командує судном.',
      '«{quote1}» هذا كل ما رضي أن يقوله {S} الذي يقود السفينة منذ تسع سنوات.',
    ],
    [
      'Through his lawyer, {S}, who was on the bridge, let it be known: “{quote1}”',
      'Через адвоката {S}, який був на містку, передав: «{quote1}»',
      'وأعلن {S} الذي كان على الجسر عبر محاميه: «{quote1}»',
    ],
  ],
  [
    [
      'Nobody died, but {c} passengers broke bones when cars slid across the deck, and one sailor is being treated for cold in {Q}.',
      'Ніхто не загинув, але {c} пасажирів дістали переломи, коли палубою поїхали автомобілі, а одного моряка в {Q} лікують від переохолодження.',
      'لم يمت أحد لكن {c} من الركاب أصيبوا بكسور حين انزلقت السيارات على السطح، ويُعالج بحّار في {Q} من البرد.',
    ],
    [
      'The clinic treated {c} fractures, an unusual number for {Q}, where the surgeon otherwise sees that many in a month.',
      'Клініка прийняла {c} людей з переломами — незвична кількість для {Q}, де хірург бачить стільки за місяць.',
      'عالجت العيادة {c} كسرًا وهو عدد غير معتاد في {Q} حيث يرى الجراح مثله في شهر كامل.',
    ],
    [
      'Vehicles that had not been lashed down hurt {c} travellers. All were able to leave the ward in {Q} by the next morning, save for a cook.',
      'Незакріплені машини травмували {c} подорожніх. Усі, крім кока, вранці змогли залишити відділення в {Q}.',
      'وأصابت مركبات لم تُثبَّت {c} مسافرًا. واستطاعوا جميعًا مغادرة القسم في {Q} صباح اليوم التالي ما عدا طاهيًا.',
    ],
  ],
  [
    [
      'Data from a tracking site show the vessel off its usual lane for {d} minutes, at full speed, before the engines stopped.',
      'Дані сайту стеження показують, що судно {d} хвилин ішло поза звичним маршрутом на повній швидкості, перш ніж двигуни зупинилися.',
      'وتظهر بيانات موقع للتتبع أن السفينة ظلت خارج مسارها المعتاد {d} دقيقة بأقصى سرعة قبل أن تتوقف المحركات.',
    ],
    [
      'For {d} minutes nobody corrected the course, as the recorder shows that divers brought up the same evening.',
      'Протягом {d} хвилин курсу ніхто не виправляв — це видно із самописця, який водолази підняли того ж вечора.',
      'وعلى مدى {d} دقيقة لم يصحح أحد الاتجاه كما يبيّن المسجّل الذي انتشله غواصون في المساء نفسه.',
    ],
    [
      'Radar on the cape lost interest in the ship for {d} minutes; the operator, it turned out, had gone to fetch coffee.',
      'Радар на мисі {d} хвилин не стежив за судном: оператор, як виявилося, пішов по каву.',
      'أهمل رادار الرأس البحري السفينة {d} دقيقة، وتبيّن أن المشغّل كان قد ذهب لإحضار القهوة.',
    ],
  ],
  [
    [
      'The transport ministry of {C} has grounded two sister ships and given the owner {e} days to show that their steering gear is sound.',
      'Міністерство транспорту країни {C} зупинило два однотипні судна й дало власникові {e} днів, щоб довести справність кермових механізмів.',
      'أوقفت وزارة النقل في {C} سفينتين شقيقتين ومنحت المالك {e} يومًا لإثبات سلامة أجهزة التوجيه.',
    ],
    [
      'For {e} days no boat of this class may sail under the flag of {C}. Islanders, who have no other way to the mainland, are furious.',
      'На {e} днів жодне судно цього класу не може ходити під прапором {C}. Острів’яни, які не мають іншого шляху на материк, обурені.',
      'ولن يبحر أي قارب من هذا الصنف تحت علم {C} مدة {e} يومًا. وسكان الجزر الذين لا طريق لهم سواه إلى البر غاضبون.',
    ],
    [
      'An inquiry in {C} must report after {e} days. Unions demand that it look at rosters, and at who slept how much before the watch.',
      'Слідство в {C} має прозвітувати за {e} днів. Профспілки вимагають перевірити графіки й те, хто скільки спав перед вахтою.',
      'ويجب أن يقدم تحقيق في {C} تقريره بعد {e} يومًا. وتطالب النقابات بالنظر في جداول العمل وفي من نام وكم نام قبل النوبة.',
    ],
  ],
  [
    [
      'Teacher {T} had been asleep on a bench with thirty pupils around her. “{quote2}” she told our reporter on the quay.',
      'Учителька {T} спала на лавці, а навколо неї — тридцятеро учнів. «{quote2}» — сказала вона нашій кореспондентці на причалі.',
      'كانت المعلمة {T} نائمة على مقعد وحولها ثلاثون تلميذًا. «{quote2}» قالت لمراسلنا على الرصيف.',
    ],
    [
      'A school class was on deck. Its teacher, {T}, counts the children again and again. “{quote2}”',
      'На палубі був шкільний клас. Його вчителька {T} знову й знову перелічує дітей. «{quote2}»',
      'كان على السطح صف مدرسي. ومعلمته {T} تعدّ الأطفال مرة بعد مرة. «{quote2}»',
    ],
    [
      'What {T} will not forget is the silence after the engines stopped. “{quote2}”',
      'Чого {T} не забуде, то це тиші після того, як стали двигуни. «{quote2}»',
      'ما لن تنساه {T} هو الصمت بعد توقف المحركات. «{quote2}»',
    ],
  ],
  [
    [
      'Tugs will try to pull the wreck free at the next spring tide; before that its tanks have to be emptied, for mussels are farmed close by.',
      'Буксири спробують стягнути судно за наступного великого припливу; перед тим треба спорожнити його цистерни, бо поруч вирощують мідій.',
      'وستحاول القاطرات سحب الحطام في المد العالي القادم، وقبل ذلك يجب إفراغ خزاناته لأن بلح البحر يُربى بالقرب.',
    ],
    [
      'A thin film of oil drifts towards the bird reserve. Students have begun to lay out booms made of straw and old stockings.',
      'До пташиного заповідника дрейфує тонка плівка мастила. Студенти почали викладати бони із соломи та старих панчіх.',
      'تنجرف طبقة رقيقة من الزيت نحو محمية الطيور. وقد بدأ طلاب بمد حواجز من القش والجوارب القديمة.',
    ],
    [
      'The line has belonged to three owners in six years; the last of them, registered in a mailbox, did not answer calls.',
      'За шість років лінія змінила трьох власників; останній, зареєстрований у поштовій скриньці, на дзвінки не відповідав.',
      'وقد تعاقب على الخط ثلاثة مالكين في ست سنوات، والأخير المسجل في صندوق بريد لم يرد على المكالمات.',
    ],
  ],
]
