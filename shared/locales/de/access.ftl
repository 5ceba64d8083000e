# Wege in eine Antwort: Kolleginnen und Kollegen, Ausgänge
respond-optional = Freiwillig.
respond-wrong-name = Schreiben Sie einen Namen in einer Zeile, ohne Internetadresse.
respond-wrong-note = Schreiben Sie höchstens 500 Zeichen, ohne Internetadresse.

respond-colleague-hand = Abschnitt an jemanden im Unternehmen geben
respond-colleague-ask = Jemanden im Unternehmen um Mitarbeit bitten
respond-colleague-title = Gemeinsam antworten
respond-colleague-lead = Geben Sie einen Abschnitt oder alles an eine Kollegin oder einen Kollegen. Die Person erhält per E-Mail einen eigenen Link. Sie arbeiten beide an derselben Antwort.
respond-colleague-back = Zurück zum Fragebogen
respond-colleague-list = Wer mitarbeitet
respond-colleague-more = Noch jemanden bitten
respond-colleague-since = seit { $at }
respond-colleague-revoke = Link zurückziehen
respond-colleague-email = E-Mail-Adresse
respond-colleague-name = Name
respond-colleague-what = Was soll die Person beantworten?
respond-colleague-everything = Alles, einschließlich Absenden
respond-colleague-language = Sprache der E-Mail
respond-colleague-sender = Ihr eigener Name
respond-colleague-sender-hint = Freiwillig. Damit die Person weiß, wer sie bittet.
respond-colleague-note = Nachricht an die Person
respond-colleague-note-hint = Freiwillig, höchstens 500 Zeichen, ohne Internetadressen.
respond-colleague-privacy = Die Adresse wird nur für diese Befragung verwendet. Es geht eine einzige E-Mail an sie.
respond-colleague-send = E-Mail mit Link senden
respond-colleague-too-many = Mehr als zehn Links gibt es für eine Antwort nicht.
respond-colleague-too-soon = In einer Stunde gehen höchstens drei E-Mails hinaus. Bitte versuchen Sie es später noch einmal.
respond-colleague-already = Diese Person hat dafür schon einen Link.
respond-colleague-suppressed = An diese Adresse können wir nicht schreiben. Bitte nehmen Sie eine andere.
respond-colleague-due = E-Mail geht gleich hinaus
respond-colleague-sent = Link gesendet
respond-colleague-done = Erledigt
respond-colleague-failed = E-Mail kam nicht an
respond-colleague-revoked = Zurückgezogen

respond-handed-all = Jemand in Ihrem Unternehmen bittet Sie, diese Befragung für Ihr Unternehmen zu beantworten.
respond-handed-section = Jemand in Ihrem Unternehmen bittet Sie, den Abschnitt „{ $section }“ für Ihr Unternehmen zu beantworten.
respond-handed-together = Sie arbeiten an derselben Antwort wie die Person, die Sie gebeten hat. Was die eine speichert, sieht die andere.
respond-handed-end = Am Ende
respond-handed-submits = Sie senden die Antwort Ihres Unternehmens ab.
respond-handed-back = Ihr Abschnitt geht zurück an die Person, die Sie gebeten hat. Sie sendet die Antwort ab.
respond-handed-done = Sie haben diesen Abschnitt schon erledigt. Sie können ihn noch ändern.
respond-handed-privacy = Ihre E-Mail-Adresse hat jemand in Ihrem Unternehmen angegeben. Sie wird nur für diese Befragung verwendet.

respond-done-check = Ihr Abschnitt
respond-done-lead = Alles ist gespeichert. Wenn Sie fertig sind, geben Sie den Abschnitt zurück.
respond-done-button = Abschnitt ist erledigt
respond-done-title = Vielen Dank
respond-done-passed = Der Abschnitt ist zurückgegeben
respond-done-text = Erledigt am { $at }. Die Person, die Sie gebeten hat, sieht das und sendet die Antwort Ihres Unternehmens ab.
respond-done-again = Doch noch etwas ändern

respond-conflict = Inzwischen hat hier jemand anderes gespeichert: { $theirs }. Im Feld steht Ihre Angabe. Speichern Sie noch einmal, damit Ihre Angabe gilt, oder tragen Sie die andere ein.
respond-conflict-cleared = Inzwischen hat hier jemand anderes die Antwort zurückgenommen. Im Feld steht Ihre Angabe. Speichern Sie noch einmal, damit sie gilt, oder nehmen Sie sie zurück.

respond-exit-link = Nicht zuständig, Unternehmen geschlossen oder falsche Adresse?
respond-exit-title = Sie können nicht antworten?
respond-exit-lead = Sagen Sie uns, warum. Sie erhalten dann keine weiteren E-Mails zu dieser Runde.
respond-exit-reason = Was trifft zu?
respond-exit-which = Wählen Sie aus, was zutrifft.
respond-exit-not-responsible = Jemand anderes im Unternehmen ist zuständig
respond-exit-company-closed = Das Unternehmen gibt es nicht mehr
respond-exit-wrong-address = Diese Adresse gehört nicht zu dem Unternehmen
respond-exit-instead = Wer ist zuständig?
respond-exit-instead-text = Wenn Sie jemanden nennen, kann diese Person für das Unternehmen antworten.
respond-exit-hand-over = Dieser Person jetzt einen Link senden, wenn sie statt meiner zuständig ist
respond-exit-note = Möchten Sie uns dazu etwas sagen?
respond-exit-send = Mitteilen
respond-exit-done-title = Danke für den Hinweis
respond-exit-done = Wir haben das notiert. Zu dieser Runde erhalten Sie keine E-Mails mehr.
respond-exit-asked = { $email } erhält einen Link und kann für das Unternehmen antworten.
respond-exit-after-all = War das ein Versehen, oder möchten Sie doch antworten?
respond-exit-back = Zurück zur Startseite
respond-exit-declined = Sie hatten mitgeteilt, dass Sie nicht antworten. Wenn Sie doch beginnen, gilt das nicht mehr.

console-exits-title = Mitgeteilt, warum nicht geantwortet wird
console-exits-lead = Angaben der angeschriebenen Personen. Jede Zahl führt zur Liste.
console-exit-reason = Grund
console-exit-not-responsible = Nicht zuständig
console-exit-company-closed = Unternehmen geschlossen
console-exit-wrong-address = Falsche Adresse
console-company-exits = Was Ansprechpersonen mitgeteilt haben
console-exit-at = Am
console-exit-instead = Zuständig ist
console-exit-note = Anmerkung
console-closed-reported = Nach Angaben einer Ansprechperson gibt es dieses Unternehmen nicht mehr
console-closed-lead = Gemeldet am { $at }. Bestätigen Sie, erhalten seine Ansprechpersonen keine E-Mails mehr. Gelöscht wird nichts.
console-closed-confirm = Unternehmen ist geschlossen
console-closed-deny = Unternehmen besteht weiter
console-closed-is = Dieses Unternehmen ist geschlossen
console-closed-since = Bestätigt am { $at }.
console-closed-done = Das Unternehmen ist als geschlossen vermerkt.
console-closed-denied = Das Unternehmen besteht weiter.
console-action-company-closed = Unternehmen als geschlossen vermerkt
console-action-company-reopened = Unternehmen besteht weiter

# Briefe
letters-title = Briefe
letters-lead = Für Ansprechpersonen, die keine E-Mail erreicht: eine Einladung auf Papier mit Zugangscode und QR-Code. Wer einen Brief hat, kann für das Unternehmen antworten.
letters-audience = Empfängerinnen und Empfänger
letters-audience-hint = Nie dabei ist, wer geantwortet oder abgelehnt hat, keine Nachrichten mehr wünscht oder in einem geschlossenen Unternehmen arbeitet.
letters-everybody = Alle, die noch antworten können
letters-unreachable = Nur wen keine E-Mail erreicht
letters-none = An niemanden ist ein Brief zu richten.
letters-logged = Jeder Abruf steht im Protokoll.
letters-batches = Briefe in Stapeln
letters-batch = Stapel
letters-count = Briefe
letters-show = Drucken
letters-print =
    { $count ->
        [one] Einen Brief anzeigen
       *[other] { $number } Briefe anzeigen
    }
letters-not-launched = Briefe gibt es, sobald die Runde gestartet ist: Erst dann steht fest, wer eingeladen wird.
letters-can-be-undone = Der Start lässt sich noch rückgängig machen. Briefe gibt es, wenn diese zehn Minuten vorbei sind.
letters-over = Diese Runde nimmt keine Antworten mehr an. Briefe gibt es nur, solange geantwortet werden kann.
letters-lead-round = Einladungen auf Papier, mit Zugangscode und QR-Code.
letters-button = Briefe drucken
letter-way = Öffnen Sie im Browser die Adresse
letter-code = und geben Sie diesen Zugangscode ein:
letter-qr = Oder mit dem Telefon öffnen
letter-qr-alt = QR-Code, der zur Befragung führt
letter-closes = Antworten können Sie bis zum { $closes }. Sie dürfen unterbrechen und später mit demselben Code fortfahren.
letter-personal = Der Code gilt für { $company }. Bitte geben Sie ihn nur an Personen weiter, die für Ihr Unternehmen antworten.
console-action-letters-printed = Briefe abgerufen

# Offene Links
respond-open-unknown-title = Diese Adresse führt zu keiner Umfrage
respond-open-unknown = Bitte vergleichen Sie die Adresse mit der Stelle, an der Sie sie gefunden haben. Haben Sie eine Einladung erhalten, öffnen Sie den Link darin.
respond-open-closed-title = Diese Umfrage nimmt zurzeit keine Antworten an
respond-open-closed = Die Runde ist noch nicht geöffnet oder bereits geschlossen. Was Sie bis dahin abgesendet haben, zählt mit.
respond-open-full-title = Die Höchstzahl an Antworten ist erreicht
respond-open-full = Über diesen Link können keine weiteren Antworten beginnen. Vielen Dank für Ihr Interesse. Haben Sie eine persönliche Einladung erhalten, gilt sie weiterhin.
respond-open-throttled-title = Zu viele Antworten aus Ihrem Netz
respond-open-throttled = Von Ihrem Netz aus wurden in kurzer Zeit sehr viele Antworten begonnen. Bitte warten Sie 15 Minuten und öffnen Sie den Link dann noch einmal.
respond-open-confidential = Niemand weiß, wer hier antwortet. Veröffentlicht werden nur Tabellen, in denen niemand einzeln erkennbar ist.
respond-open-personal = Niemand weiß, wer hier antwortet. Die befragende Stelle sieht die einzelnen Antworten, ohne Namen.
respond-open-privacy = Gespeichert werden Ihre Antworten, der Zeitpunkt und die Sprache, sonst nichts.
respond-open-browser = Wenn Sie unterbrechen
respond-open-browser-text = Sie können in diesem Browser fortfahren, solange er nicht geschlossen wird. Öffnen Sie dazu denselben Link noch einmal.
respond-open-later = Um fortzufahren, öffnen Sie denselben Link noch einmal in diesem Browser, bevor Sie ihn schließen, spätestens am { $at }. Danach lässt sich die Antwort nicht mehr aufrufen.
respond-open-change = Solange dieser Browser nicht geschlossen wird, können Sie Ihre Antworten bis { $at } ändern.
respond-open-help = Bitte wenden Sie sich an die Stelle, bei der Sie diesen Link gefunden haben.
open-link-title = Offener Link
open-link-lead = Wer den Link kennt, antwortet ohne Einladung, solange eine Runde dieser Umfragereihe geöffnet ist. Solche Antworten gehören zu keinem Unternehmen und werden gesondert gezählt.
open-link-slug = Name im Link
open-link-slug-hint = 2 bis 40 kleine Buchstaben, Ziffern und Bindestriche. Davor steht { $prefix }. Ohne Namen gibt es keinen offenen Link.
open-link-slug-wrong = Geben Sie 2 bis 40 kleine Buchstaben, Ziffern und innere Bindestriche ein, zum Beispiel lage-hessen.
open-link-slug-taken = Diesen Namen hat bereits ein anderer offener Link. Wählen Sie einen anderen.
open-link-most = Höchstzahl an Antworten je Runde
open-link-most-hint = Begonnene zählen mit. Leer: keine Grenze.
open-link-most-wrong = Geben Sie eine ganze Zahl von 1 bis 1000000 ein oder lassen Sie das Feld leer.
open-link-set = Der offene Link ist eingerichtet.
open-link-removed = Diese Umfragereihe hat keinen offenen Link.
open-link-none = Kein offener Link: Es antwortet nur, wer eingeladen ist.
open-link-edit = Offenen Link festlegen
open-link-qr = QR-Code zum Drucken
open-link-qr-alt = QR-Code des offenen Links
open-link-figure = Über offenen Link
open-link-figure-note = { $number } weitere begonnen
results-basis-open =
    { $count ->
        [one] Eine der abgeschickten Antworten kam über den offenen Link, ohne Unternehmen.
       *[other] { $number } der abgeschickten Antworten kamen über den offenen Link, ohne Unternehmen.
    }
console-action-survey-open-link = Offener Link festgelegt
