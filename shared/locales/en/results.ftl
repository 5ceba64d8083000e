# Results of a round
results-title-of = Results: { $round }
results-back = Back to the round
results-download = Tables as a CSV file
results-answers-link = Answers of each company
results-basis = { $count ->
    [one] { $number } submitted response
   *[other] { $number } submitted responses
}
results-basis-live = The round is running. { $taken } of { $submitted } submitted responses are included.
results-live-steps = While a confidential round is running, responses are added in groups of { $step } only, so that no single company can be told from two states. Once the round has closed, every response is included.
results-unweighted = Unweighted: every company counts the same.
results-nothing-yet = No results yet
results-nothing-yet-text = Results appear here as soon as enough companies have answered.
results-legend-withheld = A dot (•) stands for figures that are not shown because they rest on fewer than { $minimum } answers.
results-withheld = not shown: too few answers
results-withheld-text = Too few companies answered this question for its figures to be shown.
results-nobody = Nobody answered this question.
results-nobody-asked = Nobody was asked this question in this round.
results-not-counted = There are no figures for this kind of question yet.
results-contents = Sections

results-base = Base
results-base-answered = companies that answered
results-base-ticked = companies that ticked at least one answer
results-base-ranked = companies that ranked at least one
results-n = answers (n)
results-n-by-row = answers by part (n)
results-asked = asked
results-dont-know = don’t know / does not apply
results-skipped = left blank
results-balance = Balance
results-balance-meaning = Balance: share of positive answers minus share of negative answers, in percentage points; a half agreement counts half.
results-mean = Mean
results-median = Median
results-nps = Recommendation (NPS)
results-nps-meaning = Share of the answers 9 and 10 minus share of the answers 0 to 6, in percentage points.
results-nps-promoters = 9 to 10
results-nps-passives = 7 to 8
results-nps-detractors = 0 to 6
results-multi-note = Several answers were possible; the shares do not add up to 100 %.
results-ranking-chart = Share of companies that put this among the first { $ranks }
results-texts-note = { $count ->
    [one] { $number } answer in their own words
   *[other] { $number } answers in their own words
}
results-files-note = Counted is who sent files. Files tell whom they come from: only in personal rounds do they stand with the answers of the companies.
results-texts-order = In alphabetical order, without the company. To be read inside the organisation, not for publication.
results-texts-show = Read the answers

results-table = Table
results-table-of = Table: { $question }
results-column-answer = Answer
results-column-row = Part
results-column-class = Range
results-column-count = Number
results-column-share = Share
results-column-first = ranked first
results-column-top = among the first { $ranks }
results-column-points = mean points
results-class-below = below { $to }
results-class-between = { $from } to under { $to }
results-class-from = { $from } and more
results-in-unit = Figures in { $unit }
results-in-minutes = Figures in minutes.

results-answers-title = Answers of the companies
results-answers-note = This round is personal: respondents were told that their answers are read with the company’s name.
results-answers-none = No company has answered yet.
results-answers-file = Download { $file }
results-answers-next = More answers
results-answers-unknown = company unknown
results-answers-at = submitted on { $at }
results-back-results = Back to the results

results-csv-question = question
results-csv-text = question text
results-csv-row = part
results-csv-row-text = part text
results-csv-measure = measure
results-csv-option = answer
results-csv-option-text = answer text
results-csv-value = value
results-csv-note = note
results-csv-count = number
results-csv-share = share in per cent
results-csv-first = share ranked first in per cent
results-csv-top = share among the first ranks in per cent
results-csv-points = mean points
