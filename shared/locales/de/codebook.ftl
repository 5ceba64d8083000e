# Codebuch
codebook-title = Codebuch: { $title }
codebook-version = Version { $n }
codebook-columns = { $count ->
    [one] Eine Spalte
   *[other] { $number } Spalten
  }
codebook-name = Spalte
codebook-label = Bedeutung
codebook-type = Art
codebook-values = Werte
codebook-unit = Einheit
codebook-condition = Nur wenn
codebook-versions = Versionen
codebook-missing = fehlend
codebook-type-choice = Option
codebook-type-flag = 1 oder 0
codebook-type-number = Zahl
codebook-type-text = Text
codebook-type-date = Datum
codebook-type-month = Monat
codebook-type-quarter = Quartal
codebook-type-year = Jahr
codebook-type-time = Uhrzeit
codebook-link = Codebuch (Markdown)
codebook-link-csv = Codebuch (CSV)
