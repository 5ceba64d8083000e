# What respondents see
# Start page
respond-start-by = { $sender } is asking for your view
respond-start-time = Time needed
respond-start-minutes =
    { $count ->
        [one] about one minute
       *[other] about { $number } minutes
    }
respond-start-until = Answer by
respond-start-voluntary = Taking part
respond-start-voluntary-text = Voluntary. You may skip any question, and you can stop at any time.
respond-start-anonymity = Confidentiality
respond-start-confidential = Your answers are treated confidentially: only tables in which no single company can be recognised are published.
respond-start-personal = Your answers are shown to the organisation that asks, together with the name of your company.
respond-start-colleagues = Answering together
respond-start-colleagues-text = Everybody invited at your company works on the same answer. What one person saves, the others see too.
respond-start-help = Questions
respond-start-help-text = Please reply to the e-mail that invited you.
respond-start-begin = Begin
respond-start-go-on = Continue
respond-start-again = View or change answers
respond-start-begun = Your company has begun already. You will go on where it was last saved.
respond-start-done = Your company has already answered. Thank you!
respond-start-done-at = Received on { $at }.
respond-receipt-number = Receipt number: { $number }
respond-privacy = Data protection in brief
respond-privacy-what = We store your answers, the time and the language. To these we add what the organisation that asks already knows of your company: industry, size class and region. We do not record whether you open an e-mail.
respond-privacy-cookie = So that you can work on your answers, this site sets a cookie that ends when you close the browser. No services of others are included.

# Not valid, too early, too late
respond-invalid-title = This link is not valid
respond-invalid-text = Please open the personal link in the latest e-mail about this survey again. Whatever was saved will be there.
respond-invalid-help = Some programs break long addresses. Please make sure that the whole link is opened.
respond-closed-title = This round is closed
respond-closed-text = It ended on { $at }. Answers are no longer accepted.
respond-closed-received = Your answers were received
respond-closed-nothing = No answer was received for your company.
respond-early-title = This round is not open yet
respond-early-text = You can answer from { $at }. Please open the link again then.
respond-questions = Questions are answered by:

# The pages of the questionnaire
respond-progress = Page { $one } of { $all }
respond-part = Part { $one } of { $all }
respond-back = Back
respond-continue = Save and continue
respond-return = Save and return to the summary
respond-later = Save and go on later
respond-skip = You may skip any question.
respond-more = Saved. Your answers bring up further questions on this page.
respond-clear = Take back this answer
respond-or = or
respond-namely = namely
respond-no-choice = – no choice –
respond-yes = yes
respond-no = no
respond-uncertain = uncertain
respond-rank = Rank { $place }
respond-nps-low = 0 = not at all likely
respond-nps-high = 10 = very likely
respond-hint-several = You may choose several answers.
respond-hint-most =
    { $count ->
        [one] At most one answer.
       *[other] Up to { $number } answers.
    }
respond-hint-least = At least { $number } answers.
respond-hint-range = { $least } to { $most } answers.
respond-hint-length = At most { $number } characters.

# What to mend
respond-wrong-form = Something was sent that does not belong on this page. Please reload the page and answer again.
respond-wrong-option = Please choose one of the answers offered.
respond-wrong-number = Enter a number, for example 25.
respond-wrong-unit = Enter a number in { $unit }, for example 25. It cannot be given in another unit here.
respond-wrong-whole = Enter a whole number, for example 25.
respond-wrong-decimals =
    { $count ->
        [one] Enter at most one digit after the decimal point, for example 2.5.
       *[other] Enter at most { $number } digits after the decimal point.
    }
respond-wrong-range = Enter a number from { $min } to { $max }.
respond-wrong-least = Enter a number of at least { $min }.
respond-wrong-most = Enter a number of at most { $max }.
respond-wrong-long = Please shorten the text to { $allowed } characters; it has { $given }.
respond-wrong-few =
    { $count ->
        [one] Choose at least one answer, or leave the question out.
       *[other] Choose at least { $number } answers, or leave the question out.
    }
respond-wrong-many =
    { $count ->
        [one] Choose at most one answer.
       *[other] Choose at most { $number } answers.
    }
respond-wrong-alone = One of the answers rules out the others. Please decide.
respond-wrong-twice = Please give each rank to something different.
respond-wrong-gap = Please fill rank { $number } first.
respond-wrong-step = Enter a number in steps of { $step }, for example { $example }.
respond-wrong-email = Enter an e-mail address, for example name@example.com.
respond-wrong-url = Enter a web address, for example www.example.com.
respond-wrong-phone = Enter a telephone number, for example 0611 123456.
respond-wrong-line = Enter one line of text only.
respond-wrong-date = Enter a date, for example 25/11/2026.
respond-wrong-month = Enter month and year, for example 11/2026.
respond-wrong-quarter = Enter quarter and year, for example Q4 2026.
respond-wrong-year = Enter a year of four digits, for example 2026.
respond-wrong-time = Enter a time, for example 14:30.
respond-wrong-between = Enter a date or time from { $min } to { $max }.
respond-wrong-early = Enter a date or time of { $min } or later.
respond-wrong-late = Enter a date or time of { $max } or earlier.
respond-wrong-total-low = Your figures come to { $given }, but must come to { $wanted }. There are { $gap } missing.
respond-wrong-total-none = There is no number in “{ $column }” yet; together they must come to { $total }.
respond-wrong-total-high = Your figures come to { $given }, but must come to { $wanted }. That is { $gap } too many.
respond-wrong-few-items =
    { $count ->
        [one] Fill in at least one entry.
       *[other] Fill in at least { $number } entries.
    }
respond-wrong-many-items =
    { $count ->
        [one] Fill in one entry at most; remove the others.
       *[other] Fill in at most { $number } entries; remove the others.
    }

# Kinds of questions
respond-required = required
respond-right = Yes, that is right
respond-not-right = No
respond-item = Entry
respond-item-of = { $called } { $one } of { $all }
respond-add = Add another entry
respond-add-called = Add another entry ({ $called })
respond-remove = Remove

# Files
respond-hint-files =
    { $count ->
        [one] One file of at most { $most }: { $kinds }.
       *[other] Up to { $count } files of at most { $most } each: { $kinds }.
    }
respond-file-choose = Choose a file
respond-files-choose = Choose files
respond-file-send = Upload
respond-file-remove = Remove
respond-files-full = No more files can be sent here. Remove one to send another.
respond-file-preview = The preview does not store files.
respond-file-megabytes = { $size }{"\u00A0"}MB
respond-file-kilobytes = { $size }{"\u00A0"}KB
respond-missing-file = Please choose a file so that you can go on.
respond-wrong-many-files =
    { $count ->
        [one] Only one file can be sent here. Choose one; none of the new files has been saved.
       *[other] At most { $number } files can be sent here. Choose fewer; none of the new files has been saved.
    }
respond-file-no-name = The file has no name. Give it one and choose it again.
respond-file-empty = The file “{ $file }” is empty. Choose another.
respond-file-too-large = The file “{ $file }” is too large. At most { $most } can be sent; make it smaller or split it.
respond-file-wrong-kind = The file “{ $file }” has none of the possible formats. Send one of these: { $kinds }.
respond-file-not-what = The file “{ $file }” is no { $kind } file, although its name ends like one. Save it in that format and choose it again.
respond-file-no-room = There is no room left for the file “{ $file }”: all your files together must not exceed { $most } files and { $size }. Remove one or make it smaller.
respond-oversized-title = That was too much at once
respond-oversized-text = Your browser wanted to send more than { $most } at once. We cannot read that much, so nothing of this page arrived when it was last saved.
respond-oversized-kept = What was saved before is still there. Go back, check what you entered on the page and choose smaller or fewer files.
respond-oversized-back = Back to the page
respond-total = Must come to { $total }
respond-sum = Together
respond-stars = of { $all } stars
respond-h = h
respond-min = min
respond-hours = hours
respond-minutes = minutes
respond-clock = { $time }
respond-hint-month = For example 11/2026.
respond-hint-quarter = For example Q4 2026.
respond-hint-year = For example 2026.
respond-hint-time = For example 14:30.
respond-hint-url = For example www.example.com.
respond-hint-slider = A number from { $min } to { $max }.
respond-hint-last = In the last round: { $value }
respond-skip-others = You may skip any question that is not marked “required”.
respond-return-there = Save and return

# A second look
respond-doubt-title = Is that right?
respond-doubt-text = If everything is right, choose “{ $button }” once more.
respond-doubt-blank = This question is still blank. Do you want to leave it out?

# What is required
respond-missing = Please answer this question so that you can go on.
respond-missing-row = Please answer in the row “{ $row }”, too.
respond-missing-text = Please fill in this field so that you can go on.
respond-missing-consent = Please tick the box so that you can go on.

# The list of sections
respond-overview-title = Your questionnaire
respond-overview-text = Answer the sections in any order. What you save stays saved.
respond-overview-done = { $one } of { $all } sections done
respond-overview-check = Check your answers and submit
respond-overview-later = Go on later
respond-section-open = open
respond-section-begun = begun
respond-section-done = done
respond-check-missing =
    { $count ->
        [one] One required answer is missing. Please add it before you submit.
       *[other] { $number } required answers are missing. Please add them before you submit.
    }
respond-check-wrong =
    { $count ->
        [one] One answer does not fit yet. Please correct it before you submit.
       *[other] { $number } answers do not fit yet. Please correct them before you submit.
    }
respond-check-part-missing = Not every row is answered.
respond-check-is-missing = required answer missing

# Summary, receipt
respond-check-title = Check your answers
respond-check-text = Your answers are saved, but not submitted yet.
respond-check-again = You already submitted on { $at }. Changes count only once you submit again; until then the former version stands.
respond-check-left-out =
    { $count ->
        [one] One question is not answered. That is fine if you want to leave it out.
       *[other] { $number } questions are not answered. That is fine if you want to leave them out.
    }
respond-check-ready = Submit
respond-check-ready-text = You will get a receipt, and you can still change your answers until the round closes.
respond-check-empty = Please answer at least one question before you submit.
respond-check-changed = Answers have been changed in the meantime. Below you see the latest. Please check them, then submit.
respond-check-invalid = Some answers no longer fit together. Please look through them again.
respond-unanswered = not answered
respond-change = Change
respond-submit = Submit answers
respond-receipt-title = Thank you, your answers were received
respond-receipt-at = Received
respond-receipt-no = Receipt number
respond-receipt-next = What happens next
respond-receipt-next-text = When the round has ended, the answers of all companies are analysed together.
respond-receipt-change = You can change your answers until { $at }. To do so, open the personal link in the e-mail.
respond-receipt-changed = Changes not submitted yet
respond-receipt-changed-text = You changed answers but have not submitted them again. The former version stands.
respond-receipt-check = Check changes and submit
respond-receipt-answers = View your answers
respond-receipt-edit = Change answers
respond-answers-title = Your answers
respond-answers-print = You can print this page or save it as a PDF.
respond-later-title = Your answers are saved
respond-later-saved = Last saved on { $at }. You can close this window now.
respond-later-back = To go on, open the personal link in the e-mail, on another device too. You can do so until { $at }.
respond-later-shared = Nothing has been submitted yet. Your answer counts once you press “Submit answers”.
respond-later-go-on = Go on now after all

# Leaving
respond-leave-title = Receive no more e-mails
respond-leave-text = You receive e-mails from { $organisation }. What would you like to unsubscribe from?
respond-leave-what = Unsubscribe from
respond-leave-survey = Only the survey “{ $survey }”
respond-leave-everything = All surveys of { $organisation }
respond-leave-button = Unsubscribe
respond-leave-link = Your personal link stays valid: you can still answer an open round.
respond-leave-done-title = Unsubscribed
respond-leave-done-survey = You will receive no more e-mails about the survey “{ $survey }”.
respond-leave-done-all = You will receive no more e-mails about surveys from { $organisation }.
respond-leave-done-text = Was this a mistake? Then please turn to the organisation that invited you.

# When staff try the questionnaire out
respond-preview = Preview – nothing is stored.
respond-test = Test response – it counts nowhere.
respond-test-leave = Back to the round
respond-preview-leave = Leave the preview

# The access code of a letter
respond-code-title = Enter your access code
respond-code-lead = Did you get a letter? Type in the code that stands in it. You need no account.
respond-code-label = Access code
respond-code-hint = Twelve characters, for example K7RM-2XQD-9TFA. Capital or small letters, blanks and dashes make no difference.
respond-code-go = Continue
respond-code-help = If you cannot find the letter any more, or the code is not accepted, please contact whoever invited you.
respond-code-missing = Type in the access code from your letter.
respond-code-length =
    { $count ->
        [one] An access code has 12 characters; you typed one so far. Add those that are missing.
       *[other] An access code has 12 characters; you typed { $number }. Compare what you typed with your letter.
    }
respond-code-alike = The characters 0, O, 1, I and L are in no access code. What looks like one is mostly a D, Q, J, T or 7. Compare what you typed with your letter.
respond-code-character = “{ $character }” is in no access code. Type in only the letters and digits from your letter.
respond-code-wrong = There is no such access code, or it does not hold any more. Compare each character with your letter. If you got several letters, the newest holds.
respond-code-throttled = Too many codes were typed in from your network. Please wait 15 minutes and then try again.
respond-code-letter = Do you have a letter instead of the e-mail?

# Saved in between
respond-keep-done = Saved at { $time }
respond-keep-partly = Saved at { $time }. One entry is not complete yet; it is saved as soon as it is right.
respond-keep-conflict = Saved in the meantime, by somebody else or in another window: { $answers }. Your entry there waits until you save the page; then you will see both. Everything else: saved at { $time }.
respond-keep-theirs = “{ $question }”: { $theirs }
respond-keep-cleared = answer taken back
respond-keep-failed = Saving in between did not work. What you typed is still on this page; we keep trying.
respond-keep-offline = No connection. What you typed is on this page only: leave it open, and it is saved by itself once the connection is back.
respond-keep-large = There is more on this page than can be saved. Please shorten long texts; until then nothing is saved here.
respond-keep-gone = This page can no longer be saved because the browser has lost access to your response. Open your link in a new window and then reload this page. What was saved before is still there.
respond-keep-file = The file you chose is sent by the button only.
respond-keep-closed = The round is closed. Your latest changes were not saved.

# The round closes while the page is open
respond-closing = This round closes at { $time }, in less than ten minutes. Please send your answers before then.
respond-closing-part = This round closes at { $time }, in less than ten minutes. Please save your answers before then.
respond-closing-over = This round closed at { $time }. Answers are no longer accepted.

# Searching long lists
respond-search = Type to search { $number } entries.
respond-search-none = No entry found
respond-search-one = One entry found
respond-search-many = { $number } entries found
respond-search-first = The first { $most } of { $number }; keep typing
respond-search-unknown = That is not in the list. Please choose an entry.

# Counting along
respond-so-far-low = { $sum } so far, { $gap } still missing.
respond-so-far-high = { $sum } so far, { $gap } too much.
respond-so-far-wrong = One of the numbers is not right yet.
respond-so-far-right = { $sum }, that is right.
