export const method = {
  title: 'Methode',
  description:
    'Die Stufen der Gewissheit, die Regeln, die eine Darstellung vor der Veröffentlichung erfüllen muss, und die geltenden Einstellungen.',
  intro:
    'Wie <organisation></organisation> aus widersprüchlichen Berichten über einen Vorfall eine Darstellung macht, und die Regeln, an die das Programm alle bindet. Sie sind keine Ratschläge: Eine Darstellung, die gegen eine von ihnen verstößt, kann nicht veröffentlicht werden.',
  contents: 'Auf dieser Seite',
  levels: {
    title: 'Stufen der Gewissheit',
    text: 'Jede Behauptung wird auf der Glaubwürdigkeitsskala eingeordnet, die in der Nachrichtenauswertung als Admiralty-Skala (NATO AJP-2.1) bekannt ist. Leserinnen und Leser begegnen ihr unter fünf Rubriken. Eine Behauptung, deren Streuung (siehe unten) zwei Stufen oder mehr beträgt, steht unter „Umstritten“, wo auch immer der Median der Stimmen liegt.',
  },
  origins: {
    title: 'Ursprünge, nicht Artikel',
    count:
      'Zehn Artikel können eine einzige Quelle sein. Es zählt, woher die Information zuerst kommt: von einer Zeugin, aus einem Video, aus einer Erklärung, von einem Reporter vor Ort. Zwei Belege sind ein Ursprung, wenn sie auf denselben Ursprung, auf denselben Akteur oder auf Akteure derselben Seite zurückgehen; auch die eigene Berichterstattung von Artikeln, von denen einer Nachdruck, Übersetzung oder Kopie des anderen ist, ist ein Ursprung. Dass ein Artikel einen anderen zitiert, verbindet nichts. Zwei Seiten, die übereinstimmen, sind zwei Ursprünge. Ein Beleg unbekannten Ursprungs zählt nicht.',
    confirmed:
      'Niemand in der Redaktion kann für eine Behauptung mit „Bestätigt“ stimmen, die weniger als zwei unabhängige Ursprünge stützen. Jede Darstellung zeigt, wie ihre Quellen zusammenlaufen.',
  },
  judging: {
    title: 'Wie über eine Behauptung geurteilt wird',
    ballot:
      'Die Redaktion stimmt über jede Behauptung verdeckt ab. Solange eine Abstimmung läuft, kann niemand, gleich welchen Ranges, erfahren, wie jemand anders gestimmt hat. An beiden Enden der Skala und für „Wahrheitsgehalt nicht beurteilbar“ ist eine Begründung nötig. Wer befangen ist, kann sich mit Begründung enthalten.',
    finding:
      'Sobald {quorum, plural, one {# Stimme} other {# Stimmen}} abgegeben sind (weniger, wo weniger abstimmen können, und nie weniger als zwei), kann die Abstimmung aufgedeckt werden. Das Ergebnis ist die mittlere Stufe der abgegebenen Stimmen; liegen zwei in der Mitte, die weniger sichere; „Wahrheitsgehalt nicht beurteilbar“ gewinnt, sobald mindestens die Hälfte der Stimmen darauf entfällt. Stimmen gelten für die Belege, die vorlagen: Kommen Belege hinzu, werden sie zurückgezogen oder geändert, ist das Ergebnis überholt, und vor einer weiteren Veröffentlichung muss neu abgestimmt werden.',
    spread:
      'Die Streuung ist der Abstand in Stufen zwischen der höchsten und der niedrigsten, nachdem an jedem Ende ein Viertel der Stimmen weggelassen wurde.',
  },
  publishing: {
    title: 'Vor der Veröffentlichung',
    cited: 'Jeder Absatz, jeder Listenpunkt und jedes Zitat einer Zusammenfassung nennt einen Beleg oder Hintergrund.',
    verbatim: 'Jede angeführte Textstelle steht Wort für Wort in dem gesicherten Text; das Programm prüft es.',
    judged:
      'Über jede Behauptung, die die Zusammenfassung anführt, wurde geurteilt, und zwar nach den Belegen, wie sie dann vorliegen.',
    rivals: 'Von Behauptungen, die einander ausschließen, stehen nie zwei auf „Wahrscheinlich wahr“ oder höher.',
    approved:
      '{approvals, plural, one {# Redaktionsmitglied, das den Text seit der Version davor nicht bearbeitet hat, hat} other {# Redaktionsmitglieder, die den Text seit der Version davor nicht bearbeitet haben, haben}} genau das gebilligt, was öffentlich wird. Ändert sich danach etwas daran, und sei es ein Name, muss es erneut gebilligt werden.',
  },
  afterwards: {
    title: 'Nach der Veröffentlichung',
    replaced:
      'Eine Veröffentlichung wird nie geändert oder gelöscht. Was falsch war, ersetzt eine neue Version, die sagt, ob sie eine Korrektur, eine Aktualisierung oder eine Klarstellung ist, und warum; die vorige bleibt unter ihrer Adresse. Alle stehen auf der Seite der <corrections>Korrekturen</corrections>. Eine Darstellung, die sich im Ganzen als falsch erweist, wird zurückgezogen: Ihre Seite sagt dann das und warum. Während eine Darstellung erneut geprüft wird, steht ein datierter Hinweis darauf.',
    redacted:
      'Eine Ausnahme gibt es, aus rechtlichen Gründen oder zum Schutz von Menschen: Die Redaktionsleitung kann zusammen mit einem zweiten Redaktionsmitglied eine Veröffentlichung, eine Übersetzung davon, einen gesicherten Text oder eine Autorenzeile entfernen. Der Text verschwindet; Nummer, Adresse, Hash und die öffentliche Begründung bleiben.',
  },
  outlets: {
    title: 'Einstufung der Medien',
    text: 'Wie zuverlässig ein Medium war, wird getrennt davon eingestuft, ob eine Behauptung wahr ist, und beides wird nie miteinander verrechnet. Ein schlechtes Medium kann berichten, was stimmt, und ein gutes kann irren. Jede Einstufung hat ihre Begründung.',
  },
  protection: {
    title: 'Was nicht öffentlich wird',
    text: 'Redaktionsmitglieder werden nicht genannt, es sei denn, sie haben eine Autorenzeile gewählt. Die Begründung einer Stimme erscheint nur, wenn die Person, die sie schrieb, sie freigegeben hat. Eine Quelle, deren Nennung jemandem schaden würde, erscheint als Beschreibung der Redaktion und sonst nichts: kein Medium, keine Adresse, kein Zitat, kein Hash. Ein solcher Beleg zählt beim Urteil; dass Leserinnen und Leser ihn nicht prüfen können, steht dabei.',
  },
  settings: {
    title: 'Geltende Einstellungen',
    quorum: 'Stimmen, bevor eine Abstimmung aufgedeckt werden kann',
    approvals: 'Freigaben vor der Veröffentlichung',
    kept: 'Jede Veröffentlichung behält die Einstellungen, die galten, als sie entstand.',
    through: 'Einstellungen, unter denen veröffentlicht wurde, die neuesten zuerst',
    since: 'Veröffentlicht ab',
    ballots: 'Stimmen',
    approvalsShort: 'Freigaben',
    spread: 'Umstritten ab einer Streuung von',
  },
  data: {
    title: 'Selbst nachprüfen',
    evidence:
      'Jeder Beleg, der nicht aus einer vertraulichen Quelle stammt, zeigt seine Textstelle im Original, wo und wann sie gesichert wurde, und den SHA-256 des gesicherten Textes. Jede Version einer Darstellung hat einen eigenen Hash und ist als Daten zu haben: Es ist der Hash des kanonischen JSON des Dokuments (RFC 8785). Die Schnittstelle ist unter <api>/api/v1/openapi.json</api> beschrieben.',
    log: 'Alles Veröffentlichte steht in einem <log>Veröffentlichungsprotokoll</log>, das nicht unbemerkt geändert werden kann und das ein Programm aus einer einzigen Datei prüft. Wer verfolgen will, was veröffentlicht wird, findet Feeds in <atom>Atom</atom>, <rss>RSS</rss> und <json>JSON</json>.',
  },
}
