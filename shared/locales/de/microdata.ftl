# Einzeldaten
microdata-title = Einzeldaten: { $round }
microdata-link = Einzeldaten
microdata-lead = Eine Zeile je Antwort, als CSV-Datei. Jeder Abruf steht mit Ihrem Namen im Protokoll.
microdata-personal = Die Antworten dieser Runde sind namentlich: Die Datei nennt die Unternehmen.
microdata-confidential = Die Antworten dieser Runde sind vertraulich. Die Datei nennt weder Unternehmen noch Adressen noch Telefonnummern. Einzelne Unternehmen können trotzdem erkennbar sein: Geben Sie die Datei nicht weiter.
microdata-not-over = Die Antworten dieser Runde sind vertraulich. Einzeldaten gibt es erst, wenn die Runde beendet ist.
microdata-mark = für Tabellenprogramme (mit UTF-8-Kennung)
microdata-button = Datei abrufen
microdata-too-wide = Der Fragebogen ergibt mehr Spalten, als eine Tabelle fasst.
