mail-invitation-subject = Einladung: { $title }
mail-reminder-subject = Erinnerung: { $title }
mail-test-subject = TEST: { $title }

mail-greeting = Guten Tag { $name },
mail-greeting-nobody = Guten Tag,

mail-invitation-lead = { $organisation } lädt { $company } ein, an der Befragung „{ $title }“ teilzunehmen.
mail-invitation-why = Ihre Einschätzung zählt: Aus den Antworten vieler Betriebe entsteht ein verlässliches Bild, auf das sich Politik und Verbände stützen können.

mail-reminder-lead = vor Kurzem hat { $organisation } { $company } zur Befragung „{ $title }“ eingeladen. Eine Antwort liegt uns noch nicht vor.
mail-reminder-why = Über Ihre Teilnahme würden wir uns freuen: Je mehr Betriebe antworten, desto verlässlicher sind die Ergebnisse.
mail-reminder-done = Falls sich diese Nachricht mit Ihrer Antwort überschnitten hat, betrachten Sie sie bitte als erledigt.

mail-test-note = Dies ist eine Testnachricht. So sieht die Einladung aus; der Link führt hier nur zur Startseite.
mail-test-company = Ihr Unternehmen

mail-delegation-subject = Bitte um Mitarbeit: { $title }
mail-delegation-by-all = { $by } bittet Sie, für { $company } die Befragung „{ $title }“ von { $organisation } zu beantworten.
mail-delegation-by-section = { $by } bittet Sie, für { $company } den Abschnitt „{ $section }“ der Befragung „{ $title }“ von { $organisation } zu beantworten.
mail-delegation-somebody-all = Eine Kollegin oder ein Kollege bittet Sie, für { $company } die Befragung „{ $title }“ von { $organisation } zu beantworten.
mail-delegation-somebody-section = Eine Kollegin oder ein Kollege bittet Sie, für { $company } den Abschnitt „{ $section }“ der Befragung „{ $title }“ von { $organisation } zu beantworten.
mail-delegation-together = Sie arbeiten beide an derselben Antwort Ihres Unternehmens und sehen, was die andere Person speichert.
mail-delegation-note = Die Nachricht dazu:
mail-delegation-link = Der Link gilt nur für Sie. Wer Sie gebeten hat, kann ihn zurückziehen.
mail-delegation-reason = Sie erhalten diese eine Nachricht, weil jemand bei { $company } Ihre Adresse angegeben hat. Erinnerungen bekommen Sie nicht.

mail-minutes = { $minutes ->
    [one] Die Beantwortung dauert etwa eine Minute.
   *[other] Die Beantwortung dauert etwa { $minutes } Minuten.
}
mail-closes = Antworten können Sie bis zum { $closes }. Sie dürfen unterbrechen und später mit demselben Link fortfahren.
mail-link = Hier gelangen Sie zur Befragung:
mail-button = Zur Befragung
mail-button-help = Falls sich die Schaltfläche nicht öffnen lässt, kopieren Sie bitte diese Adresse in Ihren Browser:
mail-personal-link = Der Link gilt für { $company }. Bitte geben Sie ihn nur an Personen weiter, die für Ihr Unternehmen antworten.

mail-voluntary = Die Teilnahme ist freiwillig.
mail-anonymity-confidential = Ihre Antworten werden vertraulich behandelt: Veröffentlicht werden nur Tabellen, in denen kein einzelnes Unternehmen erkennbar ist.
mail-anonymity-personal = Ihre Antworten sieht { $organisation } zusammen mit dem Namen Ihres Unternehmens.

mail-closing = Mit freundlichen Grüßen
mail-reason = Sie erhalten diese Nachricht, weil Ihre Adresse bei { $organisation } für { $company } hinterlegt ist.
mail-unsubscribe-lead = Wenn Sie keine weiteren Nachrichten wünschen, können Sie sich hier abmelden:
mail-unsubscribe = Von weiteren Nachrichten abmelden

mail-box-title = Postfach
mail-box-lead = Diese Installation versendet keine E-Mails, sondern legt sie in einem Ordner ab. Hier lassen sie sich lesen.
mail-box-empty = Es liegt noch keine E-Mail vor.
mail-box-caption = { $count ->
    [one] Eine E-Mail
   *[other] { $number } E-Mails
}
mail-box-date = Datum
mail-box-to = An
mail-box-subject = Betreff
mail-box-text = Text
mail-box-html = Gestaltete Fassung
mail-box-headers = Kopfzeilen
