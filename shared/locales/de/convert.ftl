# Fragebögen anderer Werkzeuge: Wörter, die in deren Dateien nicht stehen
convert-yes = Ja
convert-no = Nein
convert-uncertain = Unsicher
convert-increase = Zunahme
convert-same = Gleich
convert-decrease = Abnahme
convert-female = Weiblich
convert-male = Männlich
convert-other = Sonstiges
convert-comment = Kommentar
convert-answer = Antwort
convert-check-this = Bitte prüfen Sie diese Antwort: Sie passt nicht zu den Regeln dieser Frage.
