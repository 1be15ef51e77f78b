/** Captured texts of the other four stories. Every place, party, outlet and sentence is invented. */
export const bridgeCourier = `Footbridge at Lower Massel closed after night of shelling

By Jonas Wick

The footbridge over the Mass at Lower Massel has been closed since Sunday morning. A shell struck its northern pier in the night, the town's mayor, Edda Kroll, told the Harbour Courier.

Nobody was hurt. The ferry runs every twenty minutes until further notice.`

export const hospitalHerald = `Doctors' union: two nurses held after clinic search

The Doctors' Union of Karvenia says that soldiers searched the district clinic in Nerrin on Tuesday afternoon and took two nurses away.

"They were told to bring their identity cards and have not come back," the union's secretary, Oma Lirin, said.

The Ridge Herald has seen the clinic's rota for Tuesday, on which both names are struck through.`

/** Taken over from the Ridge Herald, its name exchanged. */
export const hospitalCourier = `Two nurses taken away from clinic in Nerrin

The Doctors' Union of Karvenia says that soldiers searched the district clinic in Nerrin on Tuesday afternoon and took two nurses away.

"They were told to bring their identity cards and have not come back," the union's secretary, Oma Lirin, said.

The Harbour Courier has seen the clinic's rota for Tuesday, on which both names are struck through.`

export const hospitalTolpress = `ТолПресс, 8 мая. В военной администрации Неррина заявили, что в районной поликлинике проводилась плановая проверка документов. «Никто не задержан», — сказал представитель администрации.`

export const hospitalMarsad = `نيرين – قالت نقابة الأطباء إن جنودًا فتشوا العيادة يوم الثلاثاء واقتادوا ممرضتين. وقال قريب لإحداهما للمرصد الحر إنه رآها في سيارة عسكرية عند الساعة الرابعة عصرًا.`

export const marketCourier = `Market in Dorn Harbour burns for a night; cause unknown

By Philippa Anstey

Some forty stalls of the covered market in Dorn Harbour burned down in the night to Saturday. The fire brigade was called at 01:12 and had the fire under control by five.

"We found two seats of fire, at opposite ends of the hall," said the head of the brigade, Tam Oster. He would not say whether it had been set.

The Harbour Courier counted thirty-eight burnt stalls on Saturday morning.`

export const marketGrenzbote = `Marktbrand in Dorn: Feuerwehr spricht von zwei Brandherden

Der Leiter der Feuerwehr von Dorn, Tam Oster, sagte am Samstag, man habe „zwei Brandherde an entgegengesetzten Enden der Halle“ gefunden.

Der Händlerverband spricht von vierzig zerstörten Ständen. Ein Brandsatz sei nicht gefunden worden, sagte Oster.`

export const drownedHerald = `Ferry "Anselm" sinks off Cape Verrin, three dead

The coast guard of Karvenia said on Monday that the ferry Anselm had sunk two miles off Cape Verrin with the loss of three lives.

The Ridge Herald has reached the harbour master of Verrin, who said that the Anselm left at 06:40 with nineteen people on board.`
