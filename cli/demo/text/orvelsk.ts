/** Captured texts of the depot story. Every place, party, outlet and sentence is invented. */
export const courier = `Exile legion says it blew up arms depot across the border

By Philippa Anstey

Fighters from Tolmark who have gone over to Karvenia say that they blew up an army depot in the border town of Orvelsk on Thursday.

A clip of forty seconds on the Free Tolmark Legion's own channel shows a long brick shed beside a railway siding. Sparks run along the gutter, the doors bulge, and the picture goes white three times.

"The depot at Orvelsk is gone, and the trains with it," the caption reads.

The Harbour Courier could not establish when the clip was filmed. The siding and the bend of the river at its edge match satellite pictures of the eastern edge of Orvelsk, about four kilometres from the border.

Tolmark's Ministry of Defence said on Friday that its border had not been crossed anywhere that night. It did not mention a depot.

Two residents reached by telephone said that windows had rattled until dawn.`

export const grenzbote = `Exil-Legion will zwei Lager getroffen haben

(Maschinell übersetzt aus dem Englischen)

Die Legion „Freies Tolmark“ hat nach eigenen Angaben in der Ortschaft Orwelsk zwei Lager der Armee gesprengt. Beide Schuppen am Gleis seien in der Nacht zum Donnerstag in die Luft geflogen, schrieb die Gruppe.

Sie stellte dazu einen Film von vierzig Sekunden ins Netz, auf dem ein Ziegelschuppen neben einem Gleis zu sehen ist.

Ihr Sprecher Ilmar Sest sagte dem Sender Karv-TV, man werde „jedes Gleis bis zum Meer“ unterbrechen.

In Tolmark heißt es, die Gruppe werde aus Karvenia bezahlt.`

export const tolpress = `ТолПресс, 15 марта. Министерство обороны Толмарка заявило, что граница у посёлка Орвельск в ночь на четверг никем не пересекалась. «Ни один склад в Орвельске не пострадал», — сообщили в ведомстве.

Служба безопасности, на которую ссылается ТолПресс, называет ролик постановкой.

В ведомстве добавили, что дым над посёлком — следствие возгорания сухой травы.`

export const newsnowMenu = 'MENU  HOME  WORLD  SPORT  WEATHER  SIGN IN'

export const newsnowSpam = `You will not believe what this grandmother keeps in her cellar! Lose eleven kilos by Sunday. Click here for cheap watches.
© NewsNow24. All rights reserved by their owners.`

export const newsnow = `${newsnowMenu}
Orvelsk: legion claims depot by the railway

Exiles from Tolmark said on Thursday that a depot by the railway in Orvelsk had been blown up, and showed a clip of it.

Asked by the Ridge Herald, a spokesman for Karvenia's General Staff said that "a store by the Orvelsk siding was hit overnight" and that the legion acts on its own.

${newsnowSpam}`

export const marsad = `مراسل المرصد الحر من الحدود: احترق مستودع واحد في أورفيلسك

أورفيلسك – شاهد مراسلنا صباح الخميس من التلة المقابلة للبلدة مستودعًا واحدًا يحترق، وسمع انفجارات متتالية استمرت نحو ساعة. وكان المبنى الثاني المجاور له سليمًا عند شروق الشمس.

وقال سائق شاحنة كان في المكان إن الجنود أغلقوا الطريق الشرقي قبل الفجر.

ولم ترد وزارة الدفاع في تولمارك على أسئلتنا.`

export const callNote = `Call with the press office of Tolmark's Ministry of Defence, 18 March 2024, 10:20 to 10:26.

We asked whether any store of ammunition at Orvelsk was damaged in the night to 14 March, and whether the ministry would let a reporter see the site. The press officer said that the ministry "stands by its statement of 15 March" and would take no further questions on Orvelsk.`
