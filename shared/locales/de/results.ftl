# Ergebnisse einer Runde
results-title-of = Ergebnisse: { $round }
results-back = Zurück zur Runde
results-download = Tabellen als CSV-Datei
results-answers-link = Antworten der einzelnen Unternehmen
results-basis = { $count ->
    [one] { $number } abgeschickte Antwort
   *[other] { $number } abgeschickte Antworten
}
results-basis-live = Die Runde läuft. Ausgewertet sind { $taken } von { $submitted } abgeschickten Antworten.
results-live-steps = Solange eine vertrauliche Runde läuft, kommen Antworten nur in Gruppen von { $step } hinzu. So lässt sich aus zwei Ständen nicht auf ein einzelnes Unternehmen schließen. Nach dem Ende der Runde sind alle Antworten ausgewertet.
results-unweighted = Ungewichtet: Jedes Unternehmen zählt gleich.
results-nothing-yet = Noch keine Ergebnisse
results-nothing-yet-text = Hier erscheinen die Ergebnisse, sobald genügend Unternehmen geantwortet haben.
results-legend-withheld = Ein Punkt (•) steht für Zahlen, die nicht gezeigt werden, weil sie auf weniger als { $minimum } Antworten beruhen.
results-withheld = nicht gezeigt: zu wenige Antworten
results-withheld-text = Zu dieser Frage haben zu wenige Unternehmen geantwortet, als dass Zahlen gezeigt werden dürften.
results-nobody = Zu dieser Frage liegt keine Antwort vor.
results-nobody-asked = Diese Frage wurde in dieser Runde niemandem gestellt.
results-not-counted = Für diese Frageart gibt es noch keine Auswertung.
results-contents = Abschnitte

results-base = Basis
results-base-answered = Unternehmen, die geantwortet haben
results-base-ticked = Unternehmen, die mindestens eine Antwort angekreuzt haben
results-base-ranked = Unternehmen, die mindestens einen Rang vergeben haben
results-n = Antworten (n)
results-n-by-row = Antworten je Teilfrage (n)
results-asked = gefragt
results-dont-know = weiß nicht / trifft nicht zu
results-skipped = keine Angabe
results-balance = Saldo
results-balance-meaning = Saldo: Anteil der positiven minus Anteil der negativen Antworten in Prozentpunkten; halbe Zustimmung zählt halb.
results-mean = Mittelwert
results-median = Median
results-nps = Weiterempfehlung (NPS)
results-nps-meaning = Anteil der Antworten 9 und 10 minus Anteil der Antworten 0 bis 6 in Prozentpunkten.
results-nps-promoters = 9 bis 10
results-nps-passives = 7 bis 8
results-nps-detractors = 0 bis 6
results-multi-note = Mehrere Antworten waren möglich; die Anteile ergeben zusammen nicht 100 %.
results-ranking-chart = Anteil der Unternehmen, die dies unter die ersten { $ranks } gesetzt haben
results-texts-note = { $count ->
    [one] { $number } Antwort in eigenen Worten
   *[other] { $number } Antworten in eigenen Worten
}
results-files-note = Gezählt wird, wer Dateien gesendet hat. Dateien verraten, von wem sie stammen: Nur in personenbezogenen Runden stehen sie bei den Antworten der Unternehmen.
results-texts-order = In alphabetischer Reihenfolge, ohne Bezug zum Unternehmen. Bestimmt zum Lesen im Haus, nicht zur Veröffentlichung.
results-texts-show = Antworten lesen

results-table = Tabelle
results-table-of = Tabelle: { $question }
results-column-answer = Antwort
results-column-row = Teilfrage
results-column-class = Spanne
results-column-count = Anzahl
results-column-share = Anteil
results-column-first = auf Rang 1
results-column-top = unter den ersten { $ranks }
results-column-points = Punkte im Mittel
results-class-below = unter { $to }
results-class-between = { $from } bis unter { $to }
results-class-from = { $from } und mehr
results-in-unit = Angaben in { $unit }
results-in-minutes = Angaben in Minuten.

results-answers-title = Antworten der Unternehmen
results-answers-note = Diese Runde ist personenbezogen: Den Befragten wurde gesagt, dass ihre Antworten mit dem Namen des Unternehmens gelesen werden.
results-answers-none = Noch hat kein Unternehmen geantwortet.
results-answers-file = { $file } herunterladen
results-answers-next = Weitere Antworten
results-answers-unknown = Unternehmen unbekannt
results-answers-at = abgeschickt am { $at }
results-back-results = Zurück zu den Ergebnissen

results-csv-question = Frage
results-csv-text = Fragetext
results-csv-row = Teilfrage
results-csv-row-text = Text der Teilfrage
results-csv-measure = Kennzahl
results-csv-option = Antwort
results-csv-option-text = Antworttext
results-csv-value = Wert
results-csv-note = Hinweis
results-csv-count = Anzahl
results-csv-share = Anteil in Prozent
results-csv-first = Anteil auf Rang 1 in Prozent
results-csv-top = Anteil unter den ersten Rängen in Prozent
results-csv-points = Punkte im Mittel
