# panel: the import of companies and contacts

panel-file-unreadable = The file cannot be read: { $cause }
panel-file-empty = The file is empty.
panel-file-too-large = The file is larger than { $limit } MB. Please split it.
panel-file-too-many-rows = The file has more than { $limit } rows. Please split it.
panel-file-workbook = This is an Excel workbook. Please save it as CSV and choose that file.
panel-file-markup = This is a web page or XML, not a table. Please save the table as CSV and choose that file.
panel-file-binary = This is not a text file. Please save the table as CSV and choose that file.
panel-file-missing-headings = The first row must name the columns. Missing: { $missing }. Found: { $found }.
panel-file-double-heading = Two columns have the heading “{ $heading }” or one that means the same. Please keep one of them.
panel-file-bad-heading = The heading “{ $heading }” has a line break, an invisible character or more than 60 characters. Please shorten it.
panel-file-too-many-attributes = The file has more than { $limit } columns beside those the panel knows. Please leave some out.
panel-file-no-rows = The file has a heading and no rows below it.
panel-file-overlong-row = Row { $row } is too long or has too many columns. Most likely a quotation mark is not closed there.
panel-file-interrupted = Reading the file was interrupted. Nothing was changed. Please try again.
panel-file-database = The database did not take the file. Nothing was changed. Please try again later.

panel-refused-missing = nothing is written here; fill in the cell
panel-refused-too-long = longer than { $longest } characters; shorten it
panel-refused-line-break = contains a line break; write it on one line, and look whether a quotation mark in this row is not closed
panel-refused-control = contains an invisible character; type the text anew
panel-refused-torn = contains a character that got lost in a conversion; type it anew and save the file as UTF-8
panel-refused-sector = “{ $value }” is not a code of NACE Rev. 2 (WZ 2008); write for example 25.6
panel-refused-section = “{ $value }” is not the section of this sector; write { $right } or leave the cell empty
panel-refused-size = “{ $value }” is not a size class; write 1-9, 10-49, 50-249 or 250+
panel-refused-size-missing = neither a size class nor a number of employees; fill in one of them
panel-refused-employees = “{ $value }” is not a whole number; write digits such as 1250 or leave the cell empty
panel-refused-region = “{ $value }” is not the code of a Kreis in Hessen; write five digits such as 06411
panel-refused-email = “{ $value }” is not an e-mail address; write for example name@example.org
panel-refused-email-literal = “{ $value }” names a machine by its number; write a domain name after the @
panel-refused-language = “{ $value }” is not a language; write de or en, or leave the cell empty
panel-refused-duplicate = this company number is already used in row { $row }; give each company its own number, and each further contact of the same company its own e-mail address
panel-refused-cells = { $found } cells, but only { $expected } headings; put text that contains the separator into quotation marks
