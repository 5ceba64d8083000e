# Units behind figures
unit-percent = %
unit-pieces = pieces
unit-months = months
unit-positions = positions
unit-thousand-eur = thousand euros
unit-eur = euros
unit-million-eur = million euros
unit-files = files
unit-persons = persons
unit-hours-per-week = hours a week
unit-hours = hours

# How else people write a unit when they type it beside a number; separated by commas, in capital or small letters
unit-typed-percent = percent, per cent
unit-typed-pieces = piece, pcs., pcs
unit-typed-months = month
unit-typed-positions = position
unit-typed-thousand-eur = thousand euro, thousand EUR, thousand €, k€, kEUR
unit-typed-eur = euro, EUR, €
unit-typed-million-eur = million euro, million EUR, million €, m€, €m
unit-typed-files = file
unit-typed-persons = person, people
unit-typed-hours-per-week = hour a week, hours per week, hour per week, hours/week, h/week
unit-typed-hours = hour, hrs, hrs., h
