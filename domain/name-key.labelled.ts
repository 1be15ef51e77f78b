/**
 * Real names, one thing a line: spellings that letters alone can bring together, parted by ` | `. Names of the same
 * thing in other words (Köln, Cologne) stand apart: those are aliases, and nothing here claims to know them. Lines in
 * BY_LETTERS that are near each other (Ivanovka, Ivankova; 92nd, 93rd) are there to be told apart.
 */
const PLACES = `
Тёткино | Теткино | Tyotkino | Tetkino | Tiotkino
Харків | Харьков | Kharkiv | Kharkov | Charkiv
Дніпро | Днепр | Dnipro | Dnepr
Запоріжжя | Запорожье | Zaporizhzhia | Zaporizhzhya | Zaporozhye | Zaporizhia
Луганськ | Луганск | Luhansk | Lugansk | Luhans'k
Донецьк | Донецк | Donetsk | Donets'k
Горлівка | Горловка | Horlivka | Gorlovka
Авдіївка | Авдеевка | Avdiivka | Avdeevka | Avdeyevka
Бахмут | Bakhmut | Bachmut
Краматорськ | Краматорск | Kramatorsk
Слов'янськ | Славянск | Sloviansk | Slavyansk | Slovyansk | Slov’yans’k
Сєвєродонецьк | Северодонецк | Sievierodonetsk | Severodonetsk | Syeverodonetsk
Лисичанськ | Лисичанск | Lysychansk | Lisichansk
Маріуполь | Мариуполь | Mariupol | Mariupol'
Мелітополь | Мелитополь | Melitopol
Бердянськ | Бердянск | Berdiansk | Berdyansk
Миколаїв | Николаев | Mykolaiv | Mykolayiv
Чернігів | Чернигов | Chernihiv | Chernigov
Чернівці | Chernivtsi | Cernivci
Житомир | Zhytomyr | Zhitomir | Žytomyr
Щёлково | Щелково | Shchyolkovo | Shchelkovo | Ščëlkovo
Рыльск | Rylsk | Ryl'sk
Белгород | Belgorod | Bilhorod
Грайворон | Graivoron | Grayvoron
Суджа | Sudzha
Курск | Kursk
Шебекино | Shebekino | Šebekino
Козинка | Kozinka
Глотово | Glotovo
Йошкар-Ола | Yoshkar-Ola | Ioshkar-Ola | Yoshkar Ola
Екатеринбург | Yekaterinburg | Ekaterinburg | Jekaterinburg
Юрьев-Польский | Yuryev-Polsky | Yuriev-Polskiy
Ялта | Yalta | Jalta
Феодосія | Феодосия | Feodosia | Feodosiya
Севастополь | Sevastopol | Sevastopol'
Уфа | Ufa
Орёл | Орел | Oryol | Orel
Артём | Артем | Artyom | Artem
Королёв | Korolyov | Korolev | Koroljov
Елабуга | Yelabuga | Elabuga
Берёзовка | Березовка | Beryozovka | Berezovka
Єнакієве | Yenakiieve | Yenakiyeve
Ізюм | Изюм | Izium | Izyum
Вугледар | Угледар | Vuhledar
Волноваха | Volnovakha
Ивановка | Ivanovka | Іванівка | Ivanivka
Иванково | Ivankovo
Петровка | Petrovka
Петровск | Petrovsk
Николаевка | Nikolaevka | Nikolayevka
Николаевск | Nikolaevsk
دمشق | Dimashq
حلب | Ḥalab | Halab
بغداد | Baghdad | Bagdad
بيروت | Bayrut | Beyrouth | Beirut
الموصل | Al-Mawsil | al-Mosul
الرقة | Al-Raqqah | Ar-Raqqa
طرطوس | Tartus | Ṭarṭūs | Tartous
خان يونس | Khan Yunis | Khan Younis
رفح | Rafah | Rafaḥ
صيدا | Sayda
النبطية | An-Nabatiyah | Al-Nabatiya
ירושלים | Yerushalayim
תל אביב | Tel Aviv
שדרות | Sderot
אשקלון | Ashkelon | Ashqelon
თბილისი | Tbilisi
ცხინვალი | Tskhinvali | Tskhinvali
გორი | Gori
სოხუმი | Sokhumi | Sukhumi
Ερεβάν | Երևան | Yerevan | Erevan | Jerewan
Ստեփանակերտ | Stepanakert | Степанакерт
Θεσσαλονίκη | Thessaloniki
Λάρισα | Larisa | Larissa
北京 | Beijing | Bei Jing
上海 | Shanghai
서울 | Seoul
Łódź | Lodz
Kraków | Krakow
Gdańsk | Gdansk | Гданьск
İstanbul | Istanbul
Şanlıurfa | Sanliurfa
Diyarbakır | Diyarbakir
Âgdam | Ağdam | Agdam | Агдам
Köln | Koeln
Düsseldorf | Duesseldorf | Дюссельдорф
Zürich | Zuerich
Straßburg | Strassburg
São Paulo | Sao Paulo | Сан-Паулу
Bogotá | Bogota | Богота
N'Djamena | N’Djamena | NDjamena
Tehran | Teheran | Тегеран
Kābul | Kabul | Кабул
Khartoum | Khartum | Хартум
Mogadishu | Могадишу
Minsk | Минск | Мінск
Ґродно | Grodno | Гродно
Полацк | Polatsk | Полоцк | Polotsk
Самара | Samara
Самарра | Samarra
Саратов | Saratov
Тамбов | Tambov
Воронеж | Voronezh | Voronež
Ворошилов | Voroshilov
Кременчуг | Кременчук | Kremenchuk
Полтава | Poltava
Полянка | Polyanka | Polianka
Киров | Kirov
Кировск | Kirovsk
`
const PARTIES = `
Freedom of Russia Legion | “Freedom for Russia” Legion | Freedom of Russia | Legion Freedom of Russia | The Freedom of Russia Legion
Легион «Свобода России» | Legion Svoboda Rossii | Legion “Svoboda Rossiyi”
Русский добровольческий корпус | Russkiy Dobrovolcheskiy Korpus | Russky Dobrovolchesky Korpus
Russian Volunteer Corps | The Russian Volunteer Corps | Russian volunteer corps
Сибирский батальон | Sibirsky Batalyon | Sibirskiy bataljon
2nd Brigade | Second Brigade | 2-я бригада | 2-га бригада | II Brigade | Вторая бригада
1st Brigade | First Brigade | 1-я бригада
92nd Assault Brigade | 92nd Brigade “Assault” | 92 assault brigade
93rd Assault Brigade
93rd Assault Battalion
12th Azov Brigade | Azov Brigade 12th | 12-та бригада «Azov»
Wagner Group | Gruppa Wagner | Группа Wagner
Росгвардия | Rosgvardiya | Rosgvardia
Роскомнадзор | Roskomnadzor
ТАСС | TASS
Интерфакс | Interfax | Interfaks
РИА Новости | RIA Novosti
Meduza | Медуза
Hezbollah | Hizbollah | Hezbolla
حزب الله | Hizb Allah
حماس | Hamas | Ḥamās
القسام | Al-Qassam | Qassam
Médecins Sans Frontières | Medecins sans frontieres
Ministry of Defence | The Ministry of Defence | Ministry for Defence
Ministry of Health
Ministerio de Defensa | Ministerio de la Defensa
Сергей Лавров | Sergei Lavrov | Sergey Lavrov | Lavrov Sergei | Sergej Lawrow
Никита Хрущёв | Nikita Khrushchev | Nikita Khrushchyov
Михаил Горбачёв | Mikhail Gorbachev | Mikhail Gorbachyov | Michail Gorbatschow
Володимир Зеленський | Volodymyr Zelenskyy | Volodymyr Zelensky | Zelenskyi Volodymyr
Vyacheslav Gladkov | Вячеслав Гладков | Viacheslav Gladkov
Денис Капустин | Denis Kapustin
Max Müller | Max Mueller
Kyiv Post
Kyiv Independent | The Kyiv Independent
New York Times | The New York Times
Al Jazeera | Al-Jazeera | الجزيرة
Al Arabiya | Al-Arabiya | العربية
Reuters
Rappler
`

const groups = (lines: string) =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.split(' | '))

export const LABELLED = { places: groups(PLACES), parties: groups(PARTIES) }
