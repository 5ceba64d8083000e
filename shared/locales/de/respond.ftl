# Was Antwortende sehen
# Startseite
respond-start-by = { $sender } bittet um Ihre Einschätzung
respond-start-time = Zeitaufwand
respond-start-minutes =
    { $count ->
        [one] etwa eine Minute
       *[other] etwa { $number } Minuten
    }
respond-start-until = Antworten bis
respond-start-voluntary = Teilnahme
respond-start-voluntary-text = Freiwillig. Jede Frage darf übersprungen werden, und Sie können jederzeit unterbrechen.
respond-start-anonymity = Vertraulichkeit
respond-start-confidential = Ihre Antworten werden vertraulich behandelt: Veröffentlicht werden nur Tabellen, in denen kein einzelnes Unternehmen erkennbar ist.
respond-start-personal = Ihre Antworten werden der befragenden Stelle zusammen mit dem Namen Ihres Unternehmens gezeigt.
respond-start-colleagues = Gemeinsam antworten
respond-start-colleagues-text = Alle eingeladenen Personen Ihres Unternehmens arbeiten an derselben Antwort. Was eine Person speichert, sehen auch die anderen.
respond-start-help = Fragen
respond-start-help-text = Bitte antworten Sie auf die E-Mail, mit der Sie eingeladen wurden.
respond-start-begin = Beginnen
respond-start-go-on = Weiter ausfüllen
respond-start-again = Antworten ansehen oder ändern
respond-start-begun = Für Ihr Unternehmen wurde bereits begonnen. Sie machen dort weiter, wo zuletzt gespeichert wurde.
respond-start-done = Ihr Unternehmen hat bereits geantwortet. Vielen Dank!
respond-start-done-at = Eingegangen am { $at }.
respond-receipt-number = Quittungsnummer: { $number }
respond-privacy = Datenschutz in Kürze
respond-privacy-what = Gespeichert werden Ihre Antworten, der Zeitpunkt und die Sprache. Dazu kommt, was die befragende Stelle über Ihr Unternehmen schon weiß: Wirtschaftszweig, Größenklasse und Region. Ob Sie eine E-Mail öffnen, wird nicht erfasst.
respond-privacy-cookie = Damit Sie Ihre Antworten bearbeiten können, setzt diese Seite ein Cookie, das mit dem Schließen des Browsers endet. Dienste Dritter sind nicht eingebunden.

# Ungültig, zu früh, zu spät
respond-invalid-title = Dieser Link ist nicht gültig
respond-invalid-text = Bitte öffnen Sie den persönlichen Link aus der neuesten E-Mail zu dieser Befragung noch einmal. Was bereits gespeichert wurde, ist dann wieder da.
respond-invalid-help = Manche Programme brechen lange Adressen um. Achten Sie darauf, dass der Link vollständig geöffnet wird.
respond-closed-title = Diese Runde ist geschlossen
respond-closed-text = Sie endete am { $at }. Antworten werden nicht mehr angenommen.
respond-closed-received = Ihre Antworten sind eingegangen
respond-closed-nothing = Für Ihr Unternehmen ist keine Antwort eingegangen.
respond-early-title = Diese Runde ist noch nicht geöffnet
respond-early-text = Sie können ab { $at } antworten. Bitte öffnen Sie den Link dann noch einmal.
respond-questions = Ihre Fragen beantwortet:

# Die Seiten des Fragebogens
respond-progress = Seite { $one } von { $all }
respond-part = Teil { $one } von { $all }
respond-back = Zurück
respond-continue = Speichern und weiter
respond-return = Speichern und zurück zur Übersicht
respond-later = Speichern und später fortfahren
respond-skip = Sie dürfen jede Frage überspringen.
respond-more = Gespeichert. Aus Ihren Angaben ergeben sich weitere Fragen auf dieser Seite.
respond-clear = Antwort zurücknehmen
respond-or = oder
respond-namely = und zwar
respond-no-choice = – keine Auswahl –
respond-yes = ja
respond-no = nein
respond-uncertain = unsicher
respond-rank = { $place }. Stelle
respond-nps-low = 0 = gar nicht wahrscheinlich
respond-nps-high = 10 = sehr wahrscheinlich
respond-hint-several = Mehrere Angaben möglich.
respond-hint-most =
    { $count ->
        [one] Höchstens eine Angabe.
       *[other] Bis zu { $number } Angaben.
    }
respond-hint-least = Mindestens { $number } Angaben.
respond-hint-range = { $least } bis { $most } Angaben.
respond-hint-length = Höchstens { $number } Zeichen.

# Was zu berichtigen ist
respond-wrong-form = Eine Angabe gehört nicht auf diese Seite. Bitte laden Sie die Seite neu und antworten Sie noch einmal.
respond-wrong-option = Bitte wählen Sie eine der angebotenen Antworten.
respond-wrong-number = Bitte geben Sie eine Zahl ein, zum Beispiel 25.
respond-wrong-unit = Bitte geben Sie eine Zahl in { $unit } ein, zum Beispiel 25. Eine andere Einheit lässt sich hier nicht angeben.
respond-wrong-whole = Bitte geben Sie eine ganze Zahl ein, zum Beispiel 25.
respond-wrong-decimals =
    { $count ->
        [one] Bitte geben Sie höchstens eine Stelle nach dem Komma an, zum Beispiel 2,5.
       *[other] Bitte geben Sie höchstens { $number } Stellen nach dem Komma an.
    }
respond-wrong-range = Bitte geben Sie eine Zahl von { $min } bis { $max } ein.
respond-wrong-least = Bitte geben Sie eine Zahl ab { $min } ein.
respond-wrong-most = Bitte geben Sie eine Zahl bis { $max } ein.
respond-wrong-long = Bitte kürzen Sie den Text auf { $allowed } Zeichen; es sind { $given }.
respond-wrong-few =
    { $count ->
        [one] Bitte wählen Sie mindestens eine Antwort oder lassen Sie die Frage ganz aus.
       *[other] Bitte wählen Sie mindestens { $number } Antworten oder lassen Sie die Frage ganz aus.
    }
respond-wrong-many =
    { $count ->
        [one] Bitte wählen Sie höchstens eine Antwort.
       *[other] Bitte wählen Sie höchstens { $number } Antworten.
    }
respond-wrong-alone = Eine der Antworten schließt die anderen aus. Bitte entscheiden Sie sich.
respond-wrong-twice = Bitte vergeben Sie jede Stelle an etwas anderes.
respond-wrong-gap = Bitte besetzen Sie zuerst die { $number }. Stelle.
respond-wrong-step = Bitte geben Sie eine Zahl in Schritten von { $step } ein, zum Beispiel { $example }.
respond-wrong-email = Bitte geben Sie eine E-Mail-Adresse ein, zum Beispiel name@beispiel.de.
respond-wrong-url = Bitte geben Sie eine Webadresse ein, zum Beispiel www.beispiel.de.
respond-wrong-phone = Bitte geben Sie eine Telefonnummer ein, zum Beispiel 0611 123456.
respond-wrong-line = Bitte geben Sie nur eine Zeile Text ein.
respond-wrong-date = Bitte geben Sie ein Datum ein, zum Beispiel 25.11.2026.
respond-wrong-month = Bitte geben Sie Monat und Jahr ein, zum Beispiel 11/2026.
respond-wrong-quarter = Bitte geben Sie Quartal und Jahr ein, zum Beispiel Q4 2026.
respond-wrong-year = Bitte geben Sie ein Jahr mit vier Ziffern ein, zum Beispiel 2026.
respond-wrong-time = Bitte geben Sie eine Uhrzeit ein, zum Beispiel 14:30.
respond-wrong-between = Bitte geben Sie einen Zeitpunkt von { $min } bis { $max } an.
respond-wrong-early = Bitte geben Sie einen Zeitpunkt ab { $min } an.
respond-wrong-late = Bitte geben Sie einen Zeitpunkt bis { $max } an.
respond-wrong-total-low = Die Angaben ergeben zusammen { $given }, es müssen { $wanted } sein. Es fehlen noch { $gap }.
respond-wrong-total-none = In „{ $column }“ steht noch keine Zahl; zusammen müssen es { $total } sein.
respond-wrong-total-high = Die Angaben ergeben zusammen { $given }, es müssen { $wanted } sein. Das sind { $gap } zu viel.
respond-wrong-few-items =
    { $count ->
        [one] Bitte füllen Sie mindestens einen Eintrag aus.
       *[other] Bitte füllen Sie mindestens { $number } Einträge aus.
    }
respond-wrong-many-items =
    { $count ->
        [one] Bitte füllen Sie höchstens einen Eintrag aus und entfernen Sie die übrigen.
       *[other] Bitte füllen Sie höchstens { $number } Einträge aus und entfernen Sie die übrigen.
    }

# Arten von Fragen
respond-required = Pflichtangabe
respond-right = Ja, das stimmt
respond-not-right = Nein
respond-item = Eintrag
respond-item-of = { $called } { $one } von { $all }
respond-add = Weiteren Eintrag hinzufügen
respond-add-called = Weiteren Eintrag hinzufügen ({ $called })
respond-remove = Entfernen

# Dateien
respond-hint-files =
    { $count ->
        [one] Eine Datei mit höchstens { $most }: { $kinds }.
       *[other] Bis zu { $count } Dateien mit je höchstens { $most }: { $kinds }.
    }
respond-file-choose = Datei auswählen
respond-files-choose = Dateien auswählen
respond-file-send = Hochladen
respond-file-remove = Entfernen
respond-files-full = Mehr Dateien sind hier nicht möglich. Entfernen Sie eine, um eine andere zu senden.
respond-file-preview = In der Vorschau wird keine Datei gespeichert.
respond-file-megabytes = { $size }{"\u00A0"}MB
respond-file-kilobytes = { $size }{"\u00A0"}KB
respond-missing-file = Bitte wählen Sie eine Datei aus, damit es weitergeht.
respond-wrong-many-files =
    { $count ->
        [one] Hier ist nur eine Datei möglich. Bitte wählen Sie eine aus; keine der neuen Dateien wurde gespeichert.
       *[other] Hier sind höchstens { $number } Dateien möglich. Bitte wählen Sie weniger aus; keine der neuen Dateien wurde gespeichert.
    }
respond-file-no-name = Die Datei hat keinen Namen. Bitte geben Sie ihr einen und wählen Sie sie erneut aus.
respond-file-empty = Die Datei „{ $file }“ ist leer. Bitte wählen Sie eine andere aus.
respond-file-too-large = Die Datei „{ $file }“ ist zu groß. Möglich sind höchstens { $most }; bitte verkleinern oder teilen Sie sie.
respond-file-wrong-kind = Die Datei „{ $file }“ hat keines der möglichen Formate. Bitte senden Sie eines von diesen: { $kinds }.
respond-file-not-what = Die Datei „{ $file }“ ist keine { $kind }-Datei, auch wenn ihr Name so endet. Bitte speichern Sie sie in diesem Format und wählen Sie sie erneut aus.
respond-file-no-room = Für die Datei „{ $file }“ ist kein Platz mehr: Alle Ihre Dateien zusammen dürfen { $most } Stück und { $size } nicht überschreiten. Bitte entfernen oder verkleinern Sie eine.
respond-oversized-title = Das war zu viel auf einmal
respond-oversized-text = Ihr Browser wollte mehr als { $most } auf einmal senden. So viel können wir nicht lesen; von dieser Seite ist deshalb beim letzten Speichern nichts angekommen.
respond-oversized-kept = Was davor gespeichert war, ist noch da. Gehen Sie zurück, prüfen Sie Ihre Angaben auf der Seite und wählen Sie kleinere oder weniger Dateien aus.
respond-oversized-back = Zurück zur Seite
respond-total = Muss zusammen { $total } ergeben
respond-sum = Zusammen
respond-stars = von { $all } Sternen
respond-h = Std.
respond-min = Min.
respond-hours = Stunden
respond-minutes = Minuten
respond-clock = { $time } Uhr
respond-hint-month = Zum Beispiel 11/2026.
respond-hint-quarter = Zum Beispiel Q4 2026.
respond-hint-year = Zum Beispiel 2026.
respond-hint-time = Zum Beispiel 14:30.
respond-hint-url = Zum Beispiel www.beispiel.de.
respond-hint-slider = Eine Zahl von { $min } bis { $max }.
respond-hint-last = In der letzten Runde: { $value }
respond-skip-others = Fragen ohne den Hinweis „Pflichtangabe“ dürfen Sie auslassen.
respond-return-there = Speichern und zurück

# Noch einmal hinsehen
respond-doubt-title = Stimmt das so?
respond-doubt-text = Wenn alles stimmt, wählen Sie noch einmal „{ $button }“.
respond-doubt-blank = Diese Frage ist noch leer. Möchten Sie sie auslassen?

# Pflichtangaben
respond-missing = Bitte beantworten Sie diese Frage, damit es weitergeht.
respond-missing-row = Bitte antworten Sie auch in der Zeile „{ $row }“.
respond-missing-text = Bitte füllen Sie dieses Feld aus, damit es weitergeht.
respond-missing-consent = Bitte setzen Sie den Haken, damit es weitergeht.

# Liste der Abschnitte
respond-overview-title = Ihr Fragebogen
respond-overview-text = Beantworten Sie die Abschnitte in beliebiger Reihenfolge. Was Sie speichern, bleibt erhalten.
respond-overview-done = { $one } von { $all } Abschnitten fertig
respond-overview-check = Antworten prüfen und absenden
respond-overview-later = Später weitermachen
respond-section-open = offen
respond-section-begun = begonnen
respond-section-done = fertig
respond-check-missing =
    { $count ->
        [one] Eine Pflichtangabe fehlt noch. Bitte ergänzen Sie sie vor dem Absenden.
       *[other] { $number } Pflichtangaben fehlen noch. Bitte ergänzen Sie sie vor dem Absenden.
    }
respond-check-wrong =
    { $count ->
        [one] Eine Antwort passt so noch nicht. Bitte berichtigen Sie sie vor dem Absenden.
       *[other] { $number } Antworten passen so noch nicht. Bitte berichtigen Sie sie vor dem Absenden.
    }
respond-check-part-missing = Nicht alle Zeilen sind beantwortet.
respond-check-is-missing = Pflichtangabe fehlt

# Übersicht, Quittung
respond-check-title = Prüfen Sie Ihre Antworten
respond-check-text = Ihre Antworten sind gespeichert, aber noch nicht abgesendet.
respond-check-again = Sie haben am { $at } bereits abgesendet. Änderungen gelten erst, wenn Sie noch einmal absenden; bis dahin gilt die frühere Fassung.
respond-check-left-out =
    { $count ->
        [one] Eine Frage ist nicht beantwortet. Das ist in Ordnung, wenn Sie sie auslassen möchten.
       *[other] { $number } Fragen sind nicht beantwortet. Das ist in Ordnung, wenn Sie sie auslassen möchten.
    }
respond-check-ready = Absenden
respond-check-ready-text = Sie erhalten danach eine Quittung und können Ihre Antworten noch ändern, bis die Runde schließt.
respond-check-empty = Bitte beantworten Sie mindestens eine Frage, bevor Sie absenden.
respond-check-changed = Inzwischen wurden Antworten geändert. Unten sehen Sie den neuesten Stand. Bitte prüfen Sie ihn und senden Sie ihn dann ab.
respond-check-invalid = Einige Antworten passen nicht mehr zusammen. Bitte sehen Sie sie noch einmal durch.
respond-unanswered = nicht beantwortet
respond-change = Ändern
respond-submit = Antworten absenden
respond-receipt-title = Vielen Dank, Ihre Antworten sind eingegangen
respond-receipt-at = Eingegangen
respond-receipt-no = Quittungsnummer
respond-receipt-next = Wie es weitergeht
respond-receipt-next-text = Nach dem Ende der Runde werden die Antworten aller Unternehmen zusammen ausgewertet.
respond-receipt-change = Bis { $at } können Sie Ihre Antworten ändern. Öffnen Sie dazu den persönlichen Link aus der E-Mail.
respond-receipt-changed = Noch nicht abgesendete Änderungen
respond-receipt-changed-text = Sie haben Antworten geändert, aber nicht noch einmal abgesendet. Es gilt die frühere Fassung.
respond-receipt-check = Änderungen prüfen und absenden
respond-receipt-answers = Eigene Antworten ansehen
respond-receipt-edit = Antworten ändern
respond-answers-title = Ihre Antworten
respond-answers-print = Diese Seite lässt sich drucken oder als PDF sichern.
respond-later-title = Ihre Antworten sind gespeichert
respond-later-saved = Zuletzt gespeichert am { $at }. Sie können dieses Fenster jetzt schließen.
respond-later-back = Um fortzufahren, öffnen Sie den persönlichen Link aus der E-Mail, auch auf einem anderen Gerät. Das ist bis { $at } möglich.
respond-later-shared = Noch ist nichts abgesendet. Erst mit „Antworten absenden“ zählt Ihre Antwort mit.
respond-later-go-on = Doch gleich fortfahren

# Abbestellen
respond-leave-title = Keine E-Mails mehr erhalten
respond-leave-text = Sie erhalten E-Mails von { $organisation }. Was möchten Sie abbestellen?
respond-leave-what = Abbestellen
respond-leave-survey = Nur die Befragung „{ $survey }“
respond-leave-everything = Alle Befragungen von { $organisation }
respond-leave-button = Abbestellen
respond-leave-link = Ihr persönlicher Link bleibt gültig: Sie können eine offene Runde weiterhin beantworten.
respond-leave-done-title = Abbestellt
respond-leave-done-survey = Sie erhalten zur Befragung „{ $survey }“ keine E-Mails mehr.
respond-leave-done-all = Sie erhalten von { $organisation } keine E-Mails zu Befragungen mehr.
respond-leave-done-text = War das ein Versehen? Dann wenden Sie sich bitte an die Stelle, die Sie eingeladen hat.

# Wenn Mitarbeitende den Fragebogen ausprobieren
respond-preview = Vorschau – es wird nichts gespeichert.
respond-test = Testantwort – sie zählt nirgends mit.
respond-test-leave = Zurück zur Runde
respond-preview-leave = Vorschau verlassen

# Der Zugangscode eines Briefs
respond-code-title = Zugangscode eingeben
respond-code-lead = Haben Sie einen Brief erhalten? Geben Sie den Code ein, der darin steht. Ein Benutzerkonto brauchen Sie nicht.
respond-code-label = Zugangscode
respond-code-hint = Zwölf Zeichen, zum Beispiel K7RM-2XQD-9TFA. Groß- und Kleinschreibung, Leerzeichen und Bindestriche spielen keine Rolle.
respond-code-go = Weiter
respond-code-help = Wenn Sie den Brief nicht mehr finden oder der Code nicht angenommen wird, wenden Sie sich bitte an die Stelle, die Sie eingeladen hat.
respond-code-missing = Geben Sie den Zugangscode aus Ihrem Brief ein.
respond-code-length =
    { $count ->
        [one] Ein Zugangscode hat 12 Zeichen, eingegeben ist erst eines. Ergänzen Sie die fehlenden.
       *[other] Ein Zugangscode hat 12 Zeichen, eingegeben sind { $number }. Vergleichen Sie die Eingabe mit Ihrem Brief.
    }
respond-code-alike = Die Zeichen 0, O, 1, I und L kommen in keinem Zugangscode vor. Was so aussieht, ist meist ein D, Q, J, T oder eine 7. Vergleichen Sie die Eingabe mit Ihrem Brief.
respond-code-character = „{ $character }“ kommt in keinem Zugangscode vor. Geben Sie nur die Buchstaben und Ziffern aus Ihrem Brief ein.
respond-code-wrong = Diesen Zugangscode gibt es nicht, oder er gilt nicht mehr. Vergleichen Sie jedes Zeichen mit Ihrem Brief. Haben Sie mehrere Briefe erhalten, gilt der neueste.
respond-code-throttled = Von Ihrem Netz aus wurden zu viele Codes eingegeben. Bitte warten Sie 15 Minuten und versuchen Sie es dann noch einmal.
respond-code-letter = Haben Sie statt der E-Mail einen Brief?

# Zwischendurch gespeichert
respond-keep-done = Gespeichert um { $time }
respond-keep-partly = Gespeichert um { $time }. Eine Angabe ist noch nicht vollständig; sie wird gespeichert, sobald sie stimmt.
respond-keep-conflict = Inzwischen gespeichert, von jemand anderem oder in einem anderen Fenster: { $answers }. Ihre Angabe dort wartet, bis Sie die Seite speichern; dann sehen Sie beide. Alles Übrige: gespeichert um { $time }.
respond-keep-theirs = „{ $question }“: { $theirs }
respond-keep-cleared = Antwort zurückgenommen
respond-keep-failed = Das Speichern zwischendurch ist nicht gelungen. Ihre Eingaben stehen noch auf dieser Seite; wir versuchen es weiter.
respond-keep-offline = Keine Verbindung. Ihre Eingaben stehen nur auf dieser Seite: Lassen Sie sie offen, gespeichert wird von selbst, sobald die Verbindung wieder da ist.
respond-keep-large = Auf dieser Seite steht mehr, als sich speichern lässt. Bitte kürzen Sie lange Texte; bis dahin wird hier nichts gespeichert.
respond-keep-gone = Diese Seite lässt sich nicht mehr speichern, denn der Browser hat keinen Zugang mehr zu Ihrer Antwort. Öffnen Sie Ihren Link in einem neuen Fenster und laden Sie dann diese Seite neu. Was vorher gespeichert wurde, ist noch da.
respond-keep-file = Die ausgewählte Datei wird erst mit der Schaltfläche gesendet.
respond-keep-closed = Die Runde ist geschlossen. Was Sie zuletzt geändert haben, wurde nicht mehr gespeichert.

# Die Runde schließt, während die Seite offen ist
respond-closing = Diese Runde schließt um { $time } Uhr, in weniger als zehn Minuten. Bitte senden Sie Ihre Antworten vorher ab.
respond-closing-part = Diese Runde schließt um { $time } Uhr, in weniger als zehn Minuten. Bitte speichern Sie Ihre Antworten vorher.
respond-closing-over = Diese Runde ist um { $time } Uhr geschlossen worden. Antworten werden nicht mehr angenommen.

# In langen Listen suchen
respond-search = Tippen Sie, um in { $number } Einträgen zu suchen.
respond-search-none = Kein Eintrag gefunden
respond-search-one = Ein Eintrag gefunden
respond-search-many = { $number } Einträge gefunden
respond-search-first = Die ersten { $most } von { $number }; tippen Sie weiter
respond-search-unknown = Das steht nicht in der Liste. Bitte wählen Sie einen Eintrag aus.

# Mitzählen
respond-so-far-low = Bisher { $sum }, es fehlen noch { $gap }.
respond-so-far-high = Bisher { $sum }, das sind { $gap } zu viel.
respond-so-far-wrong = Eine der Zahlen ist noch nicht richtig.
respond-so-far-right = { $sum }, das passt.
