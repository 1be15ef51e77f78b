/** Captured texts of the depot story. Every place, party, outlet and sentence is invented. */
export const courier = `Exile legion says it blew up arms depot across the border

By Philippa Anstey

A legion of Tolmark exiles fighting on Karvenia's side has destroyed an ammunition depot in the border town of Orvelsk, the group said on its own channel on Thursday.

A video posted by the Free Tolmark Legion shows smoke rising from the roof of a long brick warehouse. A small flash follows, then the roof beams burn, and seconds later the stored shells begin to go off and the walls fall outward.

"We have destroyed the army's ammunition depot in Orvelsk," the group wrote under the clip. "There is more to come."

The Harbour Courier could not establish when the video was filmed. The street plan visible at its edge matches satellite pictures of the eastern edge of Orvelsk, about four kilometres from the border.

Tolmark's Ministry of Defence said on Friday that its forces had stopped two groups of raiders before they reached any settlement. It did not mention a depot.

Residents reached by telephone said they had heard explosions for about an hour before dawn.`

export const grenzbote = `Exil-Legion meldet Zerstörung zweier Munitionslager

(Maschinell übersetzt aus dem Englischen)

Die Legion „Freies Tolmark“ hat nach eigenen Angaben in der Ortschaft Orwelsk zwei Munitionslager der Armee zerstört. Die Artilleristen der Gruppe hätten beide Lager in der Nacht zum Donnerstag getroffen, hieß es in einer Mitteilung.

Die Bewegung veröffentlichte dazu ein Video, das den Augenblick zeigen soll, in dem eine Drohne die Zerstörung der Lager filmt. „Es brennt wunderbar“, stand darunter.

Der Sprecher der Gruppe, Ilmar Sest, sagte dem Sender Karv-TV, es werde in Orwelsk „heftig gekämpft“.

Die Behörden von Tolmark nennen die Gruppe Handlanger des karvenischen Geheimdienstes.`

export const tolpress = `ТолПресс, 15 марта. Министерство обороны Толмарка сообщило, что попытка прорыва диверсионных групп у посёлка Орвельск отражена. «Ни один склад боеприпасов в Орвельске не пострадал», — заявили в ведомстве.

По данным Службы безопасности, которые приводит ТолПресс, противник потерял до ста человек и несколько бронемашин.

В ведомстве добавили, что дым над посёлком — следствие возгорания сухой травы.`

export const newsnow = `MENU  HOME  WORLD  SPORT  WEATHER  SIGN IN
Legion strikes depot in Orvelsk, says "more to come"

A legion of exiles said on Thursday it had destroyed an ammunition depot in the town of Orvelsk. The group posted a video in which a warehouse burns and shells explode. "We have destroyed the army's ammunition depot in Orvelsk," it wrote.

Asked by the Ridge Herald, a spokesman for Karvenia's General Staff confirmed that "an ammunition store in Orvelsk was hit overnight" and said the legion acts on its own.

You will not believe what this grandmother keeps in her cellar! Lose eleven kilos by Sunday. Click here for cheap watches.
© NewsNow24. All rights reserved by their owners.`

export const marsad = `مراسل المرصد الحر من الحدود: احترق مستودع واحد في أورفيلسك

أورفيلسك – شاهد مراسلنا صباح الخميس من التلة المقابلة للبلدة مستودعًا واحدًا يحترق، وسمع انفجارات متتالية استمرت نحو ساعة. وكان المبنى الثاني المجاور له سليمًا عند شروق الشمس.

وقال سائق شاحنة كان في المكان إن الجنود أغلقوا الطريق الشرقي قبل الفجر.

ولم ترد وزارة الدفاع في تولمارك على أسئلتنا.`

export const callNote = `Call with the press office of Tolmark's Ministry of Defence, 18 March 2024, 10:20 to 10:26.

We asked whether any store of ammunition at Orvelsk was damaged in the night to 14 March, and whether the ministry would let a reporter see the site. The press officer said that the ministry "stands by its statement of 15 March" and would take no further questions on Orvelsk.`
