# panel: die Übernahme von Unternehmen und Ansprechpersonen

panel-file-unreadable = Die Datei lässt sich nicht lesen: { $cause }
panel-file-empty = Die Datei ist leer.
panel-file-too-large = Die Datei ist größer als { $limit } MB. Bitte teilen Sie sie auf.
panel-file-too-many-rows = Die Datei hat mehr als { $limit } Zeilen. Bitte teilen Sie sie auf.
panel-file-workbook = Das ist eine Excel-Arbeitsmappe. Bitte speichern Sie sie als CSV und wählen Sie diese Datei.
panel-file-markup = Das ist eine Webseite oder XML, keine Tabelle. Bitte speichern Sie die Tabelle als CSV und wählen Sie diese Datei.
panel-file-binary = Das ist keine Textdatei. Bitte speichern Sie die Tabelle als CSV und wählen Sie diese Datei.
panel-file-missing-headings = Die erste Zeile muss die Spalten benennen. Es fehlen: { $missing }. Gefunden: { $found }.
panel-file-double-heading = Zwei Spalten haben die Überschrift „{ $heading }“ oder eine gleichbedeutende. Bitte behalten Sie nur eine davon.
panel-file-bad-heading = Die Überschrift „{ $heading }“ enthält einen Zeilenumbruch, ein unsichtbares Zeichen oder mehr als 60 Zeichen. Bitte kürzen Sie sie.
panel-file-too-many-attributes = Die Datei hat mehr als { $limit } Spalten neben denen, die das Panel kennt. Bitte lassen Sie einige weg.
panel-file-no-rows = Die Datei hat eine Überschrift, aber keine Zeilen darunter.
panel-file-overlong-row = Zeile { $row } ist zu lang oder hat zu viele Spalten. Wahrscheinlich ist dort ein Anführungszeichen nicht geschlossen.
panel-file-interrupted = Das Lesen der Datei wurde unterbrochen. Es wurde nichts geändert. Bitte versuchen Sie es erneut.
panel-file-database = Die Datenbank hat die Datei nicht angenommen. Es wurde nichts geändert. Bitte versuchen Sie es später erneut.

panel-refused-missing = hier steht nichts; füllen Sie die Zelle aus
panel-refused-too-long = länger als { $longest } Zeichen; kürzen Sie den Eintrag
panel-refused-line-break = enthält einen Zeilenumbruch; schreiben Sie den Eintrag in eine Zeile, und prüfen Sie, ob in dieser Zeile ein Anführungszeichen nicht geschlossen ist
panel-refused-control = enthält ein unsichtbares Zeichen; geben Sie den Text neu ein
panel-refused-torn = enthält ein Zeichen, das beim Umwandeln verloren ging; geben Sie es neu ein und speichern Sie die Datei als UTF-8
panel-refused-sector = „{ $value }“ ist kein Code der WZ 2008 (NACE Rev. 2); schreiben Sie zum Beispiel 25.6
panel-refused-section = „{ $value }“ ist nicht der Abschnitt dieses Wirtschaftszweigs; schreiben Sie { $right } oder lassen Sie die Zelle leer
panel-refused-size = „{ $value }“ ist keine Größenklasse; schreiben Sie 1-9, 10-49, 50-249 oder 250+
panel-refused-size-missing = weder Größenklasse noch Beschäftigtenzahl; geben Sie eines davon an
panel-refused-employees = „{ $value }“ ist keine ganze Zahl; schreiben Sie Ziffern wie 1250 oder lassen Sie die Zelle leer
panel-refused-region = „{ $value }“ ist kein Schlüssel eines hessischen Kreises; schreiben Sie fünf Ziffern wie 06411
panel-refused-email = „{ $value }“ ist keine E-Mail-Adresse; schreiben Sie zum Beispiel name@example.org
panel-refused-email-literal = „{ $value }“ nennt einen Rechner mit seiner Nummer; schreiben Sie nach dem @ einen Domainnamen
panel-refused-language = „{ $value }“ ist keine Sprache; schreiben Sie de oder en oder lassen Sie die Zelle leer
panel-refused-duplicate = diese Betriebsnummer steht schon in Zeile { $row }; geben Sie jedem Unternehmen eine eigene Nummer und jeder weiteren Ansprechperson desselben Unternehmens eine eigene E-Mail-Adresse
panel-refused-cells = { $found } Zellen, aber nur { $expected } Überschriften; setzen Sie Text, der das Trennzeichen enthält, in Anführungszeichen
