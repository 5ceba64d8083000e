# Einheiten hinter Zahlen
unit-percent = %
unit-months = Monate
unit-positions = Stellen
unit-thousand-eur = Tsd. Euro
unit-eur = Euro
unit-million-eur = Mio. Euro
unit-files = Dateien
unit-persons = Personen
unit-hours-per-week = Stunden pro Woche
unit-hours = Stunden
