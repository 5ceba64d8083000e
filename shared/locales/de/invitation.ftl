# Wege aus einer Einladung, und Einladungen auf Papier
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
