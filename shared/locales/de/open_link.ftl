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
open-link-change = Offenen Link ändern
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
