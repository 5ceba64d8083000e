# Codebook
codebook-title = Codebook: { $title }
codebook-version = Version { $n }
codebook-columns = { $count ->
    [one] One column
   *[other] { $number } columns
  }
codebook-name = Column
codebook-label = Meaning
codebook-type = Type
codebook-values = Values
codebook-unit = Unit
codebook-condition = Only if
codebook-versions = Versions
codebook-missing = missing
codebook-type-choice = option
codebook-type-flag = 1 or 0
codebook-type-number = number
codebook-type-text = text
codebook-type-date = date
codebook-type-month = month
codebook-type-quarter = quarter
codebook-type-year = year
codebook-type-time = time
codebook-link = Codebook (Markdown)
codebook-link-csv = Codebook (CSV)
