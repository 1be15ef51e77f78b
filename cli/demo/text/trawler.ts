/** Captured texts of a collision at sea. Every place, party, outlet and sentence is invented. */
export const trawlerMarsad = `تصادم في مضيق ميري: زورق دورية وسفينة صيد

قال ثلاثة من بحّارة سفينة الصيد «هالسيون» للمرصد الحر إن زورق دورية تابعًا لخفر السواحل اقترب منهم قبيل الفجر في مضيق ميري، وإنه غيّر مساره مرتين قبل أن يصدم مؤخرة السفينة من جهة اليسار. وقال أحدهم، وهو رئيس البحّارة، إن الأضواء كانت مشتعلة على السفينة طوال الليل، وإن أحدًا لم ينادهم باللاسلكي قبل التصادم.

ولم يستطع البحّارة تحديد اليوم بدقة، فقد كانوا في البحر منذ أسبوعين، لكنهم قالوا إن ذلك حدث نحو العشرين من نيسان، وقبل اكتمال القمر بأيام قليلة. وأُصيب اثنان منهم بجروح طفيفة، وعادت السفينة إلى دورن هاربر بعد يومين وفي مؤخرتها ثقب فوق خط الماء بطول متر ونصف المتر تقريبًا.

وينفي خفر السواحل أن يكون زورقه قد صدم السفينة، ويقول إن «هالسيون» انعطفت فجأة أمامه وهي تجرّ شباكها، وإن الزورق لم يستطع أن يتوقف في الوقت المناسب.`

export const trawlerCourier = `Coast guard: trawler turned into patrol boat's way

The coast guard of Karvenia says that the trawler Halcyon turned across the bow of one of its patrol boats in the Sound of Merre, about 20 April, while towing her nets.

"There was no ramming," a spokesman told the Harbour Courier. "The trawler turned without a signal, and there was no time to stop."`

export const trawlerLog = `Note of a call with a member of the patrol boat's crew: the order was to stop the trawler, and the mate steered for her stern.`
