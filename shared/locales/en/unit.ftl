# Units behind figures
unit-percent = %
unit-months = months
unit-positions = positions
unit-thousand-eur = thousand euros
unit-eur = euros
unit-million-eur = million euros
unit-files = files
unit-persons = persons
unit-hours-per-week = hours a week
unit-hours = hours
