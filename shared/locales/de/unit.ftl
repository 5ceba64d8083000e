# Einheiten hinter Zahlen
unit-percent = %
unit-pieces = Stück
unit-months = Monate
unit-positions = Stellen
unit-thousand-eur = Tsd. Euro
unit-eur = Euro
unit-million-eur = Mio. Euro
unit-files = Dateien
unit-persons = Personen
unit-hours-per-week = Stunden pro Woche
unit-hours = Stunden

# Wie jemand eine Einheit außerdem schreibt, wenn er sie zu einer Zahl eintippt; durch Kommas getrennt, groß oder klein
unit-typed-percent = Prozent, v. H., v.H.
unit-typed-pieces = Stück, Stk., Stk
unit-typed-months = Monate, Monat, Monaten, Mon.
unit-typed-positions = Stellen, Stelle
unit-typed-thousand-eur = Tausend Euro, Tsd. EUR, Tsd. €, Tsd Euro, Tsd EUR, Tsd €, TEUR, T€
unit-typed-eur = EUR, €
unit-typed-million-eur = Millionen Euro, Million Euro, Mio. EUR, Mio. €, Mio Euro, Mio €, Mio EUR
unit-typed-files = Datei
unit-typed-persons = Person, Pers.
unit-typed-hours-per-week = Stunde pro Woche, Stunden/Woche, Std. pro Woche, Std./Woche, h/Woche
unit-typed-hours = Stunde, Std., Std, h
