export const log = {
  title: 'Veröffentlichungsprotokoll',
  description: 'Alles, was je veröffentlicht wurde, in einem Protokoll, das nicht unbemerkt geändert werden kann.',
  intro:
    'Jede Veröffentlichung, Korrektur und Zurückziehung ist ein Eintrag dieses Protokolls, ebenso jede Entfernung. Alle Einträge gehen in eine einzige Zahl ein, die Wurzel. Wird ein Eintrag geändert, weggelassen oder verschoben, so wird die Wurzel eine andere: Wer eine frühere aufbewahrt hat, sieht es.',
  now: {
    title: 'Der jetzige Stand',
    entries: 'Einträge',
    root: 'Wurzel',
    key: 'Schlüssel, mit dem sie signiert ist',
    keep: 'Bewahren Sie den Schlüssel auf. Wer ihn von anderswo als von dieser Seite hat, muss der Seite nicht vertrauen.',
  },
  check: {
    title: 'Prüfen',
    program:
      'Ein Programm aus einer einzigen Datei, das keinen Code mit dieser Website teilt, liest alles und nennt das Erste, was nicht stimmt. Es braucht Node 20 oder neuer.',
    root: 'Es berechnet die Wurzel neu aus den Einträgen und vergleicht sie mit der signierten.',
    goesOn: 'Es prüft, ob das Protokoll dasjenige fortsetzt, das es beim letzten Mal gesehen hat.',
    pages: 'Es prüft, ob jede Seite und ihre Daten sagen, was veröffentlicht war, als der Eintrag entstand.',
    findings: 'Es berechnet jedes Ergebnis aus den Stimmen und jede Zahl der Ursprünge aus den Belegen.',
    watch:
      'Mit dem Wort <code></code> vor der Adresse schaut es weiter hin und meldet, wenn die Geschichte umgeschrieben wurde.',
  },
  meaning: {
    title: 'Was ein Eintrag sagt',
    entry:
      'Adresse und Nummer der Version, wann und als was sie veröffentlicht wurde, wie viele sie gebilligt haben, und den SHA-256 ihres Dokuments und der Anmerkung dazu. Das Dokument selbst liegt neben dem Protokoll und nennt den Hash jedes gesicherten Textes, den es zitiert.',
    redaction:
      'Eine Entfernung, aus rechtlichen Gründen oder zum Schutz von Menschen, nimmt Text weg und nie den Eintrag. Sie ist ein eigener Eintrag mit dem SHA-256 dessen, was übrig ist, und der öffentlichen Begründung. So lässt sie sich von Fälschung unterscheiden: Was entfernt wurde, ist im Protokoll angekündigt, was verfälscht wurde, nicht.',
    nobody: 'Kein Eintrag nennt ein Redaktionsmitglied oder eine vertrauliche Quelle.',
  },
  formats: {
    title: 'Formate',
    tree: 'Der Baum ist der von RFC 6962 und liegt als C2SP tlog-tiles unter <code></code>.',
    root: 'Seine neueste Wurzel ist der <checkpoint>signierte Prüfpunkt</checkpoint>; auch der <key>Schlüssel</key> ist für sich abrufbar.',
    proof: 'Ein <proof>Nachweis</proof> führt von einem Eintrag zur Wurzel.',
    witnesses: 'Auch Zeugen können den Prüfpunkt signieren.',
  },
}
