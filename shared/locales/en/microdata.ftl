# Microdata
microdata-title = Micro-data: { $round }
microdata-link = Micro-data
microdata-lead = One line a response, as a CSV file. Every download is noted in the audit log with your name.
microdata-personal = The answers of this round are personal: the file names the companies.
microdata-confidential = The answers of this round are confidential. The file names neither companies nor addresses nor telephone numbers. Single companies may be recognisable all the same: do not pass the file on.
microdata-not-over = The answers of this round are confidential. Micro-data are there once the round is over.
microdata-mark = for spreadsheets (with a UTF-8 mark)
microdata-button = Download the file
microdata-too-wide = The questionnaire gives more columns than a table holds.
