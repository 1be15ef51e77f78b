import type { Bank } from './bank'

/** A dam that gives way, and what the water does to two towns that are on no map. */
export const flood: Bank = [
  [
    [
      'A section of the earth dam above {P} gave way at {h} on Sunday, sending a wave that reached {a} metres in the narrow part of the valley.',
      'У неділю о {h} прорвало ділянку земляної греблі над містом {P}; у вузькій частині долини хвиля сягнула {a} метрів.',
      'انهار جزء من السد الترابي فوق {P} عند {h} يوم الأحد وأطلق موجة بلغ ارتفاعها {a} أمتار في الجزء الضيق من الوادي.',
    ],
    [
      'The old reservoir over {P} could not hold the rain of the past days: its wall broke at {h}, and water {a} metres deep ran down the valley road.',
      'Старе водосховище над {P} не витримало дощів останніх днів: о {h} стіну прорвало, і дорогою долини пішла вода завглибшки {a} метрів.',
      'لم يحتمل الخزان القديم فوق {P} أمطار الأيام الماضية فانكسر جداره عند {h} وجرت في طريق الوادي مياه عمقها {a} أمتار.',
    ],
    [
      'At {h} the sirens of {P} began to howl. What followed down the gorge was, by the marks on the houses, some {a} metres high.',
      'О {h} в {P} завили сирени. Те, що прийшло ущелиною слідом, мало, судячи зі слідів на будинках, близько {a} метрів заввишки.',
      'عند {h} أخذت صفارات {P} تدوي. وما جاء بعدها عبر المضيق كان ارتفاعه بحسب العلامات على البيوت نحو {a} أمتار.',
    ],
  ],
  [
    [
      'Soldiers and volunteers brought {b} people out of {Q} by boat before dark; helicopters lifted families from the roof of the school.',
      'Солдати й добровольці до темряви вивезли човнами з {Q} {b} людей; гелікоптери знімали родини з даху школи.',
      'وأخرج جنود ومتطوعون {b} شخصًا من {Q} بالقوارب قبل حلول الظلام، ورفعت مروحيات عائلات من سطح المدرسة.',
    ],
    [
      'In {Q}, further down, {b} inhabitants have been moved to gyms and churches on higher ground, where blankets ran short overnight.',
      'У {Q}, нижче за течією, {b} жителів переселили до спортзалів і церков на узвишші, де за ніч забракло ковдр.',
      'وفي {Q} الواقعة في الأسفل نُقل {b} من السكان إلى قاعات رياضية وكنائس في أرض أعلى حيث شحّت البطانيات ليلًا.',
    ],
    [
      'The evacuation of {Q} took all afternoon. Of those registered as living there, {b} have been counted at the collection points.',
      'Евакуація {Q} тривала весь день. Із зареєстрованих там мешканців на пунктах збору нарахували {b}.',
      'واستغرق إخلاء {Q} فترة ما بعد الظهر كلها. ومن بين المسجلين فيها أُحصي {b} عند نقاط التجمع.',
    ],
  ],
  [
    [
      'Engineer {S}, who inspects dams for the province, said on Monday: “{quote1}”',
      'Інженер {S}, який перевіряє греблі в провінції, сказав у понеділок: «{quote1}»',
      'وقال المهندس {S} الذي يفحص السدود في الإقليم يوم الاثنين: «{quote1}»',
    ],
    [
      '“{quote1}” These were the words of {S}, the inspector responsible, at a crowded press conference.',
      '«{quote1}» Такими були слова відповідального інспектора, якого звати {S}, на переповненій пресконференції.',
      '«{quote1}» كانت هذه كلمات المفتش المسؤول {S} في مؤتمر صحفي مزدحم.',
    ],
    [
      'The inspector, {S}, did not avoid the question: “{quote1}”',
      'Інспектор {S} не ухилявся від запитання: «{quote1}»',
      'ولم يتهرب المفتش {S} من السؤال: «{quote1}»',
    ],
  ],
  [
    [
      'So far {c} deaths have been confirmed, and the police are looking for people of whom nothing has been heard since the bridge went.',
      'Наразі підтверджено загибель {c} людей, а поліція шукає тих, про кого нічого не чути, відколи знесло міст.',
      'وتأكدت حتى الآن وفاة {c} أشخاص وتبحث الشرطة عن آخرين انقطعت أخبارهم منذ انهيار الجسر.',
    ],
    [
      'The coroner has received {c} bodies. How many are missing nobody dares to say, since the campsite by the river kept no list.',
      'До судмедексперта привезли {c} тіл. Скільки людей зникло, ніхто не береться сказати, бо кемпінг біля річки не вів списку.',
      'وتسلّم الطبيب الشرعي {c} جثث. ولا يجرؤ أحد على ذكر عدد المفقودين لأن المخيم قرب النهر لم يحتفظ بقائمة.',
    ],
    [
      'Rescuers found {c} dead, four of them in one car. Mobile masts are down, which is why some of the missing may simply be out of reach.',
      'Рятувальники знайшли {c} загиблих, чотирьох з них в одному авто. Вежі зв’язку не працюють, тож частина зниклих може бути просто недоступна.',
      'وعثر المنقذون على {c} قتلى أربعة منهم في سيارة واحدة. وأبراج الهاتف معطلة ولذلك قد يكون بعض المفقودين خارج التغطية فحسب.',
    ],
  ],
  [
    [
      'The operator {G} denies that warnings were ignored and points to {d} inspections over the past ten years, none of which found a crack.',
      'Оператор «{G}» заперечує, що попередження ігнорували, і посилається на {d} перевірок за десять років, жодна з яких не виявила тріщин.',
      'وتنفي الشركة المشغلة {G} تجاهل التحذيرات وتشير إلى {d} عملية تفتيش خلال عشر سنوات لم تجد أي منها شقًا.',
    ],
    [
      'Papers seen by this newspaper show that {G} put off repairs; of {d} visits by its own engineers, five ended with the word “urgent”.',
      'Документи, які бачила наша газета, свідчать, що компанія «{G}» відкладала ремонт: із {d} візитів її ж інженерів п’ять завершилися словом «терміново».',
      'وتظهر أوراق اطلعت عليها هذه الصحيفة أن {G} أجّلت الإصلاحات، فمن أصل {d} زيارة لمهندسيها انتهت خمس بكلمة «عاجل».',
    ],
    [
      'A spokeswoman for {G} would not be drawn on the cause. Its records, she said, list {d} checks, the last of them in August.',
      'Речниця «{G}» не стала говорити про причину. За її словами, у журналах значиться {d} обстежень, останнє — у серпні.',
      'ورفضت متحدثة باسم {G} الخوض في السبب. وقالت إن السجلات تضم {d} فحصًا كان آخرها في أغسطس.',
    ],
  ],
  [
    [
      'The government of {C} has released {e} million in aid, enough, it says, for tents, drinking water and the first repairs to the power lines.',
      'Уряд країни {C} виділив {e} мільйонів допомоги — цього, за його словами, вистачить на намети, питну воду й перший ремонт ліній електропередачі.',
      'وخصصت حكومة {C} مساعدات قدرها {e} مليونًا تكفي بحسب قولها للخيام ومياه الشرب والإصلاحات الأولى لخطوط الكهرباء.',
    ],
    [
      'Parliament in {C} will vote this week on a fund of {e} million; the opposition calls the sum an insult and wants three times as much.',
      'Парламент {C} цього тижня голосуватиме за фонд у {e} мільйонів; опозиція називає суму образою і вимагає втричі більше.',
      'وسيصوّت البرلمان في {C} هذا الأسبوع على صندوق بقيمة {e} مليونًا، وتصف المعارضة المبلغ بالإهانة وتطالب بثلاثة أضعافه.',
    ],
    [
      'Damage will exceed the {e} million that {C} keeps aside for such cases, an adviser admitted, and neighbours have been asked to help.',
      'Збитки перевищать {e} мільйонів, які {C} тримає на такі випадки, визнав радник, тож про допомогу попросили сусідів.',
      'وستتجاوز الأضرار {e} مليونًا تحتفظ بها {C} لمثل هذه الحالات كما أقرّ مستشار، وطُلبت المساعدة من الجيران.',
    ],
  ],
  [
    [
      'Baker {T} lost her shop and the van in front of it. “{quote2}” she said, sweeping mud from what had been the counter.',
      'Пекарка {T} втратила крамницю й фургон перед нею. «{quote2}» — каже вона, вимітаючи багнюку з того, що було прилавком.',
      'وخسرت الخبازة {T} متجرها والشاحنة الواقفة أمامه. «{quote2}» قالت وهي تكنس الطين عما كان طاولة البيع.',
    ],
    [
      'On what used to be the market square stands {T} with a wheelbarrow. “{quote2}”',
      'На колишній ринковій площі стоїть із тачкою {T}. «{quote2}»',
      'وفي ما كان ساحة السوق تقف {T} مع عربة يد. «{quote2}»',
    ],
    [
      'Others had less luck than {T}, whose bedroom is upstairs. “{quote2}” is how she remembers the first minute.',
      'Іншим пощастило менше, ніж їй: спальня, у якій спала {T}, нагорі. «{quote2}» — так вона пам’ятає першу хвилину.',
      'ولم يحالف الحظ غيرها كما حالف {T} التي تقع غرفة نومها في الطابق العلوي. «{quote2}» هكذا تتذكر الدقيقة الأولى.',
    ],
  ],
  [
    [
      'Forecasters expect the rain to stop by the middle of the week. Until then trains run only as far as the viaduct, and buses do not run at all.',
      'Синоптики очікують, що дощ ущухне до середини тижня. Доти потяги ходять лише до віадука, а автобуси не ходять зовсім.',
      'ويتوقع خبراء الأرصاد توقف المطر بحلول منتصف الأسبوع. وحتى ذلك الحين لا تسير القطارات إلا حتى الجسر المعلق ولا تسير الحافلات أبدًا.',
    ],
    [
      'Schools stay closed, tap water has to be boiled, and whoever can is asked to keep off the roads for the sake of the lorries with pumps.',
      'Школи зачинені, воду з крана треба кип’ятити, а всіх, хто може, просять не виїжджати на дороги заради вантажівок із помпами.',
      'وتبقى المدارس مغلقة ويجب غلي مياه الصنبور، ويُطلب ممن يستطيع تجنب الطرق إفساحًا للشاحنات التي تحمل المضخات.',
    ],
    [
      'A century ago the same stream carried away a mill and eleven people; a stone with their names was found on Monday two kilometres from its place.',
      'Сто років тому той самий потік забрав млин і одинадцять людей; камінь з їхніми іменами в понеділок знайшли за два кілометри від його місця.',
      'وقبل قرن جرف الجدول نفسه طاحونة وأحد عشر شخصًا، وقد عُثر يوم الاثنين على حجر يحمل أسماءهم على بعد كيلومترين من مكانه.',
    ],
  ],
]
