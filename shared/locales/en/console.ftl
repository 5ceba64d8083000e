# The console of the staff

# Shell
console-nav-overview = Overview
console-nav-panel = Panel
console-nav-questionnaires = Questionnaires
console-nav-surveys = Surveys
console-nav-audit = Audit log
console-nav-people = People
console-role-owner = Owner
console-role-editor = Editor
console-role-analyst = Analyst
console-role-viewer = Viewer
console-back = Back
console-next = Next
console-save = Save
console-choose = Please choose
console-all = All
console-filter = Show
console-sum = Total
console-name = Name
console-email = E-mail address
console-code = Code
console-since = As of
console-company = Company
console-contact = Contact
console-section = Sector (NACE section)
console-size = Size class (employees)
console-region = District
console-cluster = Cluster
console-opens = Opens
console-closes = Closes
console-zone = Time zone
console-local-hint = Local time in { $zone }

# Signing in
console-sign-in-title = Sign in
console-sign-in-lead = This is where staff sign in. If you want to answer questions, please open the link in your e-mail.
console-password = Password
console-sign-in = Sign in
console-sign-in-lost = Lost your password? An owner of your organisation can give you a new one-time link.
console-sign-in-refused = The e-mail address or the password is wrong. Please check both.
console-sign-in-throttled = Too many attempts. Please wait 15 minutes and then try again.
console-link-title = Welcome to Rundfrage
console-link-lead = Choose a password. You will then be signed in, and this link will no longer work.
console-link-button = Set password and sign in
console-link-done = Your password is saved and you are signed in.
console-link-dead-title = This link no longer works
console-link-dead = A one-time link works once, within 24 hours. An owner of your organisation can give you a new one.
console-password-new = New password
console-password-hint = At least 12 characters. A sentence that only you know works well.
console-password-repeat = Repeat the password
console-password-short = Choose a password of at least 12 characters.
console-password-long = Choose a password of at most 128 characters.
console-password-common = This password is easy to guess. Please choose another one.
console-password-differs = The two entries differ. Please type the password again.

# Overview
console-overview-title = Overview
console-overview-nothing-runs = No round is running at the moment.
console-overview-drafts = Drafts
console-overview-opens = to open on { $at }
console-figure-invitations = Invitations
console-figure-started = Started
console-figure-completed = Completed
console-next-opens = Opens
console-next-closes = Closes
console-next-reminder = Next reminder
console-begin-title = How to begin
console-begin-panel = Import the panel: companies and contacts from a CSV file
console-begin-questionnaire = Upload a questionnaire
console-begin-survey = Create a survey: who is asked, and how often?
console-begin-round = Create a round, check it and launch it

# Audit log
console-audit-title = Audit log
console-audit-lead = Every change is recorded here, chained by checksums. An entry that is altered, or removed from between others, shows.
console-audit-caption = Entries, newest first
console-audit-number = No.
console-audit-at = When
console-audit-action = Action
console-audit-actor = Who
console-audit-subject = What
console-audit-details = Details
console-action-organisation-set-up = Organisation set up
console-action-staff-added = Person added
console-action-staff-link-issued = One-time link issued
console-action-staff-password-set = Password set
console-action-staff-signed-in = Signed in
console-action-panel-imported = Panel imported
console-action-questionnaire-published = Questionnaire stored
console-action-survey-created = Survey created
console-action-survey-changed = Survey changed
console-action-round-created = Round created
console-action-round-rescheduled = Times changed
console-action-round-launched = Round launched
console-action-round-launch-undone = Launch undone
console-action-round-test-mail = Test e-mail requested
console-action-round-message-again = E-mail requested again
console-action-round-paused = Round paused
console-action-round-resumed = Round resumed
console-action-round-cancelled = Round cancelled
console-action-round-opened = Round opened
console-action-round-closed = Round closed
console-audit-command = Command { $name }
console-audit-system = Job { $name }
console-audit-older = Older entries
console-audit-newest = Newest entries

# People
console-people-title = People
console-people-role = Role
console-people-role-hint = Viewer: sees rounds and returns. Analyst: results as well. Editor: may also change the panel, questionnaires and rounds. Owner: also people and the audit log.
console-people-state = Access
console-people-active = active
console-people-waiting = no password yet
console-people-link = One-time link
console-people-new-link = New link
console-people-link-title = One-time link for { $name }
console-people-link-lead = Pass this link on in a secure way. It is shown only now and works once, within 24 hours.
console-people-add = Add a person
console-people-add-button = Add and make a one-time link
console-people-name-wrong = Enter a name, for example Anna Example.
console-people-email-wrong = Enter an e-mail address, for example name@example.org.
console-people-role-wrong = Choose a role.
console-people-email-taken = Somebody already signs in with this e-mail address. Use another one.

# Questionnaires
console-questionnaires-title = Questionnaires
console-questionnaires-none = No questionnaire yet. Upload one as a YAML file.
console-questionnaire = Questionnaire
console-version = Version
console-version-n = Version { $n }
console-versions = All versions
console-languages = Languages
console-questions = Questions
console-upload-title = Upload a questionnaire
console-upload-lead = The file is checked in full before anything is stored. A questionnaire with a known code becomes its new version; running rounds keep theirs. Questionnaires of LimeSurvey, XLSForm and SurveyJS are taken over: you see what becomes of them before anything is stored.
console-upload-file = File with the questionnaire
console-upload-hint = YAML or JSON; .lss of LimeSurvey, .xlsx of an XLSForm, .json of SurveyJS
console-upload-button = Check and store
console-upload-empty = Choose a file that is not empty.
console-upload-refused = { $count ->
    [one] The file was not stored: { $number } problem
   *[other] The file was not stored: { $number } problems
  }
console-upload-caption = What has to be mended
console-upload-same = This very file is version { $value } already. Nothing was changed.
console-upload-done = Version { $value } is stored.
console-take-over-title = Take over a questionnaire
console-take-over-from = { $file } comes from { $tool }.
console-take-over-lead = Nothing is stored yet: look through what could not be carried over as it was, then store it.
console-take-over-questions = { $count ->
    [one] One question in the file
   *[other] { $number } questions in the file
  }
console-take-over-carried = { $count ->
    [one] One carried over as it was
   *[other] { $number } carried over as they were
  }
console-take-over-replaced = { $count ->
    [one] One replaced by something else
   *[other] { $number } replaced by something else
  }
console-take-over-dropped = { $count ->
    [one] One left out
   *[other] { $number } left out
  }
console-take-over-more = { $count ->
    [one] One more notice is not in the table; “rundfrage questionnaire convert” tells all
   *[other] { $number } more notices are not in the table; “rundfrage questionnaire convert” tells all
  }
console-take-over-new = Check the new version
console-take-over-unsaved = Nothing is stored yet: look through what changes, then store it.
console-take-over-known-title = There is a questionnaire “{ $code }” already
console-take-over-known = Version { $number } of it was stored last.
console-take-over-same = Nothing differs from version { $number }.
console-take-over-keeps = Answers can still be compared with those to version { $number }.
console-take-over-breaks = Not all answers can be compared with those to version { $number } any more.
console-take-over-differences = { $count ->
    [one] One difference
   *[other] { $number } differences
  }
console-take-over-free = If it is another questionnaire, store it as one of its own: the id “{ $code }” is still free.
console-take-over-next = Store as version { $number }
console-take-over-own = Store as a questionnaire of its own, “{ $code }”
console-take-over-look = Check changes
console-take-over-caption = What was not carried over as it was
console-take-over-outcome = Instead
console-take-over-left-out = left out
console-take-over-source = The questionnaire as it will be stored
console-take-over-source-hint = In YAML; you can still change it here.
console-take-over-save = Check and store
console-take-over-file = Download as a file
console-line = Line
console-place = Place
console-reason = Reason
console-question-core = core question
console-question-if = Only if
console-kind-scale = scale
console-kind-single = single choice
console-kind-multi = multiple choice
console-kind-matrix = matrix
console-kind-ranking = ranking
console-kind-numeric = number
console-kind-nps = recommendation 0 to 10
console-kind-text = free text
console-kind-list = list to choose from
console-kind-rating = rating
console-kind-table = table
console-kind-slider = slider
console-kind-date = date
console-kind-month = month
console-kind-quarter = quarter
console-kind-year = year
console-kind-time = time
console-kind-duration = duration
console-kind-line = short text
console-kind-email = e-mail address
console-kind-url = web address
console-kind-phone = telephone number
console-kind-consent = consent
console-kind-calculated = calculated value
console-kind-summary = summary
console-kind-group = repeating group
console-kind-upload = files
console-kind-note = note

# Surveys
console-surveys-title = Surveys
console-surveys-none = No survey yet. Say who is asked what, and how often.
console-survey = Survey
console-survey-new-title = Create a survey
console-survey-edit-title = Change the survey
console-survey-edit = Change
console-survey-created = The survey is created. Now create its first round.
console-survey-changed = Your changes are saved. Rounds already launched keep what they were launched with.
console-survey-part-what = What is asked?
console-survey-part-who = Who is asked?
console-survey-part-mail = E-mails
console-survey-part-rules = Rules
console-survey-who-lead = With nothing ticked, everybody in the panel who can be reached is asked.
console-survey-sections = Only these sectors
console-survey-regions = Only these districts
console-survey-title = Title
console-survey-code-hint = Letters, digits, - and _, for example industry-situation
console-survey-no-questionnaire = Upload a questionnaire first.
console-survey-sender-hint = Shown as the sender of e-mails
console-survey-reply-hint = Optional. Without it, replies go to the sender's address.
console-survey-reminders-hint = Only those who have not completed are reminded. Blank lines do not count.
console-survey-reminder-days = Reminder { $n }: days after opening
console-survey-reminder-at = Reminder { $n }: time of day
console-survey-anonymity-hint = Told to respondents in one sentence, and frozen when a round is launched.
console-survey-zone-hint = For example Europe/Berlin
console-survey-code-wrong = Enter a code of letters, digits, - and _, for example industry-situation.
console-survey-code-taken = Another survey already has this code. Choose another one.
console-survey-title-wrong = Enter a title of at most 200 characters.
console-survey-questionnaire-wrong = Choose a questionnaire.
console-survey-choose = Choose something from the list.
console-survey-sender-wrong = Enter a sender name on one line, at most 200 characters.
console-survey-reply-wrong = Enter an e-mail address, for example name@example.org, or leave the field blank.
console-survey-zone-wrong = Enter a time zone, for example Europe/Berlin.
console-survey-days-wrong = Enter a whole number from 1 to 365, for example 7.
console-survey-at-wrong = Enter a time of day, for example 09:00.
console-cadence = Cadence
console-cadence-once = once
console-cadence-monthly = monthly
console-cadence-quarterly = quarterly
console-cadence-yearly = yearly
console-sender = Sender name
console-reply-to = Reply address
console-reminders = Reminders
console-reminders-none = none
console-reminder-rule = { $days ->
    [one] one day after opening at { $at }
   *[other] { $days } days after opening at { $at }
  }
console-anonymity = Confidentiality
console-anonymity-confidential = Confidential: only aggregated figures are visible
console-anonymity-personal = Personal: answers are visible with the company's name
console-recipients-now = Recipients at present
console-rounds = Rounds
console-rounds-none = No round yet.
console-round = Round

# Rounds
console-round-new-title = Create a round
console-round-new-lead = A round begins as a draft. It is launched only after a check and an explicit confirmation.
console-round-name = Name of the round
console-round-name-hint = For example 2026-Q4
console-round-create = Create draft
console-round-created = The draft is created.
console-round-name-wrong = Enter 1 to 40 letters, digits, - and _, for example 2026-Q4.
console-round-name-taken = This survey already has a round with this name. Choose another one.
console-round-time-wrong = Enter date and time, for example 2026-12-01 09:00.
console-round-closes-early = The round must close after it opens. Choose a later time.
console-times-title = Change the times
console-times-done = The times are changed.
console-state-draft = draft
console-state-scheduled = launched, opens soon
console-state-open = open
console-state-closed = closed
console-state-published = published
console-state-cancelled = cancelled
console-state-paused = paused
console-invitation-planned = Planned
console-invitation-invited = Invited
console-invitation-started = Started
console-invitation-completed = Completed
console-invitation-declined = Declined
console-invitation-unreachable = Unreachable
console-invitation-excluded = Excluded
console-checklist-title = Checklist before the launch
console-checklist-good = Everything is in order.
console-checklist-advice = Nothing stands in the way of the launch. Please still look at what is marked in yellow.
console-checklist-missing = { $count ->
    [one] One point must be settled before the launch.
   *[other] { $number } points must be settled before the launch.
  }
console-check-good = in order
console-check-advice = please look
console-check-missing = missing
console-check-questionnaire = Questionnaire
console-check-questionnaire-good = “{ $title }”, version { $version }, { $count } questions.
console-check-questionnaire-none = The survey has no readable questionnaire.
console-check-questionnaire-look = Look at it
console-check-questionnaire-link = Go to the questionnaires
console-check-languages = Languages
console-check-languages-good = Complete in: { $languages }.
console-check-languages-none = Cannot be checked without a questionnaire.
console-check-files = Files
console-check-files-confidential = The questionnaire asks for files ({ $questions }). What is in them may give the company away, so the console hands none of them out in a confidential round. Leave the question out, or survey by name.
console-check-comparable = Comparability
console-check-comparable-good = The answers can be compared with those of the round { $round }.
console-check-comparable-breaks = Not all answers can be compared with those of the round { $round }. This concerns: { $places }.
console-check-recipients = Recipients
console-check-recipients-good = { $count ->
    [one] { $number } contact would be invited.
   *[other] { $number } contacts would be invited.
  }
console-check-recipients-none = Nobody would be invited: this selection holds no contact that may be written to.
console-check-recipients-link = Look at the selection
console-check-sender = Sender
console-check-sender-good = { $name } <{ $address }>, replies to { $reply }.
console-check-sender-reserved = { $name } <{ $address }>. Nobody can have this address; set mail_from in the settings of the installation.
console-check-links = Links in the e-mails
console-check-links-good = They lead to { $address }.
console-check-links-here = They lead to { $address }, which works on this machine only. Set public_url in the settings of the installation.
console-check-sender-folder = { $name } <{ $address }>, replies to { $reply }. Note: this installation writes e-mails to a folder only and sends none.
console-check-test = Test e-mail
console-check-test-good = A test e-mail was delivered. Have you read it?
console-check-test-waiting = A test e-mail is on its way.
console-check-test-failed = A test e-mail could not be delivered. Check the mail settings and send a new one.
console-check-test-none = None sent yet.
console-check-times = Times
console-check-times-good = Opens { $opens }, closes { $closes } ({ $zone }).
console-check-times-now = The opening time has come: the round opens as soon as the launch can no longer be undone. Closes { $closes }.
console-check-times-past = The closing time has passed or is too near. Choose a later one.
console-check-times-link = Change the times
console-check-reminders = Reminders
console-check-reminders-good = { $dates }
console-check-reminders-none = No reminder is planned.
console-check-reminders-dropped =
    { $dates }. { $dropped ->
        [one] One more would fall behind the close and is dropped.
       *[other] { $dropped } more would fall behind the close and are dropped.
    }
console-check-reminders-all-dropped =
    { $dropped ->
        [one] The planned reminder would fall behind the close and is dropped.
       *[other] All { $dropped } planned reminders would fall behind the close and are dropped.
    }
console-try-title = Try it out
console-try-lead = Neither sends anything to your panel.
console-test-mail-button = Send a test e-mail to me
console-test-mail-done = The test e-mail will go to { $value } shortly.
console-dry-run-button = Look at a dry run
console-launch-title = Launch the round
console-launch-lead = { $count ->
    [one] The launch puts { $number } contact down for an invitation. You then have ten minutes to undo everything before the first e-mail goes out.
   *[other] The launch puts { $number } contacts down for an invitation. You then have ten minutes to undo everything before the first e-mail goes out.
  }
console-launch-label = Number of recipients
console-launch-hint = To confirm, type the number from the checklist.
console-launch-button = Launch the round
console-launch-done = The round is launched. You can undo the launch for ten minutes.
console-launch-already = This round is launched already. Nothing was triggered twice.
console-launch-no-number = Enter the number as a whole number, for example 400.
console-launch-wrong-number = This is not the number of recipients. Please compare it with the checklist.
console-launch-nobody = Nobody would be invited. Check the panel and the selection of the survey.
console-launch-not-ready = First settle what is marked in red in the checklist.
console-launch-other-version = There is a new version of the questionnaire by now. Check it and confirm again.
console-launch-moved = This round can no longer be launched.
console-undo-title = { $count ->
    [one] The launch can be undone for one more minute
   *[other] The launch can be undone for { $number } more minutes
  }
console-undo-lead = Until then no e-mail goes out.
console-undo-button = Undo the launch
console-undo-done = The launch is undone. Nobody was invited.
console-undo-too-late = The ten minutes have passed. Pause the round to hold back further e-mails.
console-control-title = Control
console-pause-lead = Holds back all further e-mails. Answering remains possible.
console-pause-button = Pause
console-pause-done = The round is paused. No e-mails go out until you resume it.
console-resume-lead = Sends what is still outstanding. Nobody gets anything twice.
console-resume-button = Resume
console-resume-done = The round goes on.
console-cancel-lead = Calls the round off for good before it opens.
console-cancel-button = Cancel the round
console-cancel-done = The round is cancelled. Nobody was invited.
console-move-refused = This is no longer possible where the round stands. Below you see how it stands now.
console-fieldwork-title = Return
console-results-button = Look at the results
console-funnel-caption = Where the invitations stand
console-funnel-state = State
console-funnel-count = Number
console-funnel-share = Share
console-return = Return
console-no-open-tracking = Rundfrage does not track whether an e-mail was opened. “Started” means that a first answer was stored.
console-mailing-title = E-mails
console-mailing-caption = E-mails by kind and state, without test e-mails
console-mailing-none = No e-mails are planned yet.
console-mailing-kind = Kind
console-kind-invitation = Invitation
console-kind-reminder = Reminder
console-kind-thanks = Thanks
console-kind-results = Results
console-kind-delegation = Hand-over to a colleague
console-kind-test = Test
console-message-due = Queued
console-message-sending = Being sent
console-message-accepted = Accepted
console-message-deferred = Deferred
console-message-failed = Failed
console-message-unknown = Unknown
console-message-suppressed = Suppressed
console-message-cancelled = Cancelled
console-message-bounced = Bounced
console-message-complained = Complaint
console-runs-title = Reminder dates
console-runs-n = Reminder
console-runs-name = Reminder { $n }
console-runs-due = Due
console-runs-state = State
console-runs-planned = E-mails
console-run-due = ahead
console-run-done = done
console-run-stale = lapsed
console-run-cancelled = cancelled
console-by-section = By sector
console-by-size = By size class
console-invitations-title = Invitations
console-invitations-count = { $count ->
    [one] { $number } invitation
   *[other] { $number } invitations
  }
console-messages-title = E-mails of this round
console-messages-none = No e-mail in this state.
console-messages-attempts = Attempts
console-messages-since = Since
console-messages-reply = Reply of the mail server
console-messages-action = Action
console-messages-again = Send again
console-messages-again-done = The e-mail will be sent once more shortly.
console-messages-again-refused = This e-mail can no longer be sent again.
console-dry-run-title = Dry run
console-dry-run-lead = This is what the invitations would look like. Nothing was sent and nothing was stored.
console-dry-run-counts = Invitations by language
console-dry-run-language = Language
console-dry-run-rendered = Written
console-dry-run-failed = { $count ->
    [one] { $number } e-mail could not be written.
   *[other] { $number } e-mails could not be written.
  }
console-dry-run-sample = Sample: { $language }
console-dry-run-subject = Subject
console-dry-run-to = To
console-dry-run-limit = The first { $number } e-mails were written.

# Panel
console-panel-title = Panel
console-panel-import = Import a CSV file
console-panel-none = The panel is still empty. Import a CSV file with companies and contacts.
console-panel-companies = Companies
console-panel-contacts = Contacts
console-panel-reachable = Can be reached
console-panel-search = Name, number or e-mail address
console-panel-found = { $count ->
    [one] { $number } company
   *[other] { $number } companies
  }
console-panel-reference = Number
console-panel-sector = Industry
console-panel-employees = Employees
console-panel-group = Enterprise group
console-company-contacts = Contacts
console-company-history = Invitations so far
console-company-history-none = Never invited so far.
console-contact-active = active
console-contact-unreachable = unreachable
console-contact-left = left
console-contact-suppressed = suppressed
console-contact-language = Language
console-import-title = Import the panel
console-import-lead = The file is only checked at first. It is taken over once you confirm it afterwards.
console-import-file = CSV file
console-import-hint = Separator and encoding are recognised; German or English headings. At most 150 MB and 1,000,000 rows.
console-import-check = Check the file
console-import-none = Choose a file.
console-import-gone = The checked file is no longer there. Please upload it again.
console-import-preview = Result of the check
console-import-read = Rows read
console-import-accepted = Rows in order
console-import-refused = Rows refused
console-import-what = What would change
console-import-changed = What has changed
console-import-created = New
console-import-updated = Changed
console-import-unchanged = Unchanged
console-import-refusals = Refused rows
console-import-refusals-shown = The first { $number } are shown.
console-import-row = Row
console-import-column = Column
console-import-confirm-lead = { $count ->
    [one] { $number } row will be taken over; refused rows stay out.
   *[other] { $number } rows will be taken over; refused rows stay out.
  }
console-import-nothing = No row can be taken over. Mend the file and upload it again.
console-import-button = Import now
console-import-other = Check another file
console-import-done-title = Import finished
console-import-to-panel = Go to the panel

# Two versions of a questionnaire
console-difference-title = Difference to the version before
console-difference-none = Nothing differs.
console-difference-caption = What differs
console-difference-what = Change
console-difference-answers = Answers
console-difference-whole = Questionnaire
console-difference-keeps = comparable
console-difference-breaks = not comparable
console-difference-warning = This version breaks comparability with earlier rounds. What is affected is marked below.
console-difference-wording = Text changed
console-difference-look = Presentation changed
console-difference-handling = Details of use changed
console-difference-order = Order changed
console-difference-language-added = Language added
console-difference-language-removed = Language removed
console-difference-question-added = Question added
console-difference-required-added = Mandatory question added
console-difference-question-removed = Question removed
console-difference-type = Type of question changed
console-difference-option-added = Option added at the end
console-difference-option-inserted = Option inserted
console-difference-option-removed = Option removed
console-difference-option-score = Score changed
console-difference-option-exclusive = Exclusion of other options changed
console-difference-scale = Scale changed
console-difference-way-out = “Don't know” changed
console-difference-row-added = Row or column added
console-difference-row-removed = Row or column removed
console-difference-unit = Unit changed
console-difference-condition = Condition changed
console-difference-eased = More answers allowed
console-difference-tightened = Fewer answers allowed
console-difference-calculation = Calculation changed
console-difference-consent = Text of consent changed
console-difference-polarity = Polarity changed
console-difference-indicator = Indicator changed

# A newer version for an open round
console-replace-title = Replace the version of the round
console-replace-lead = Who has begun finishes with the version so far. Who begins from now on gets the new one. This is only possible if the answers can be compared.
console-replace-current = Version of the round
console-replace-newest = Newest version
console-replace-none = There is no newer version of this questionnaire.
console-replace-breaks = The new version cannot take over this round: answers to both versions could not be compared.
console-replace-button = Use version { $n } for this round
console-replace-done = Who begins from now on gets the new version.
console-replace-link = Replace the version
console-replace-link-lead = A typing error in the questionnaire? A newer version that is comparable can take over the round.

# Translations
console-translations-title = Translations
console-translations-lead = Respondents see a language in work only when no text is missing and it is offered.
console-translations-caption = Languages of the questionnaire
console-translations-language = Language
console-translations-there = Translated
console-translations-all = Texts
console-translations-standing = Standing
console-translations-is-offered = offered
console-translations-is-whole = complete
console-translations-in-work = in work
console-translations-gaps = { $count ->
    [one] one text is missing
   *[other] { $number } texts are missing
}
console-translations-offer = Offer the language { $language }
console-translations-offer-lead = No text is missing in the language { $language }. It can be offered to respondents; that makes a new version.
console-translations-export = List for translators
console-translations-from = Translate from
console-translations-to = Translate into
console-translations-to-hint = Tag of the language, for example fr or pl
console-translations-format = Format
console-translations-xlsx = Excel (.xlsx)
console-translations-xlf = XLIFF 1.2 (.xlf), for translation tools
console-translations-download = Download the list
console-translations-pair-wrong = Enter the tag of another language, for example fr
console-translations-import = Bring a translation back
console-translations-file = List with translations
console-translations-file-hint = The list is taken as a whole or not at all. It makes a new version.
console-translations-leave-out = Leave out texts whose source has changed meanwhile
console-translations-take = Check and take
console-translations-empty = Choose a file
console-translations-refused = { $count ->
    [one] The list was not taken: one place needs mending
   *[other] The list was not taken: { $number } places need mending
}
console-translations-refused-caption = What needs mending
console-translations-key = Key
console-translations-done = Taken: { $value } texts, as a new version.
console-translations-offered = The language { $value } is offered.
console-translations-nothing = The list held nothing new.
console-translations-meanwhile = There is a newer version meanwhile. Nothing was taken; bring the list back there.

# Preview
console-preview-title = Preview
console-preview-lead = Go through the questionnaire as a company sees it. Nothing is stored, sent or counted.
console-preview-round = Name of the round
console-preview-round-hint = Decides which questions are asked in this period, for example 2026-Q4
console-preview-round-wrong = Enter a name of letters, digits, - and _, for example 2026-Q4
console-preview-sector = Sector
console-preview-size = Size class
console-preview-region = District (AGS)
console-preview-cluster = Cluster
console-preview-none = not stated
console-preview-begin = Begin the preview
console-preview-done = End of the preview. Nothing was stored.

# Testantworten
console-test-responses-lead = Fill in the round yourself for a trial, as one of the invited companies would. Test responses are marked and count nowhere.
console-test-responses-begin = Begin a test response
console-test-responses-count =
    { $count ->
        [one] There is one test response. It counts nowhere.
       *[other] There are { $number } test responses. They count nowhere.
    }
console-test-responses-over = This round takes no more answers. Test responses can be given only while it is open.
console-test-responses-early = This round is not open yet. Test responses can be given as soon as it takes answers.
console-test-responses-delete = Delete the test responses
console-test-responses-deleted = The test responses are deleted.
console-action-test-response-begun = Test response begun
console-action-test-responses-deleted = Test responses deleted
