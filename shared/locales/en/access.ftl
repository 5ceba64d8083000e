# Ways into a response: colleagues, exits
respond-optional = Optional.
respond-wrong-name = Enter a name on one line, without a web address.
respond-wrong-note = Enter at most 500 characters, without a web address.

respond-colleague-hand = Hand this section to somebody in the company
respond-colleague-ask = Ask somebody in the company to help
respond-colleague-title = Answer together
respond-colleague-lead = Hand a section, or all of it, to a colleague. They get a link of their own by e-mail. You both work on the same response.
respond-colleague-back = Back to the questionnaire
respond-colleague-list = Who helps
respond-colleague-more = Ask somebody else
respond-colleague-since = since { $at }
respond-colleague-revoke = Take the link back
respond-colleague-email = E-mail address
respond-colleague-name = Name
respond-colleague-what = What are they to answer?
respond-colleague-everything = Everything, submitting included
respond-colleague-language = Language of the e-mail
respond-colleague-sender = Your own name
respond-colleague-sender-hint = Optional. So that they know who is asking.
respond-colleague-note = Message to them
respond-colleague-note-hint = Optional, at most 500 characters, no web addresses.
respond-colleague-privacy = The address is used for this survey only. One single e-mail goes to it.
respond-colleague-send = Send e-mail with link
respond-colleague-too-many = There are no more than ten links for one response.
respond-colleague-too-soon = At most three e-mails go out within an hour. Please try again later.
respond-colleague-already = This person has a link for that already.
respond-colleague-suppressed = We cannot write to this address. Please take another one.
respond-colleague-due = E-mail is about to go out
respond-colleague-sent = Link sent
respond-colleague-done = Done
respond-colleague-failed = E-mail did not arrive
respond-colleague-revoked = Taken back

respond-handed-all = Somebody in your company asks you to answer this survey for your company.
respond-handed-section = Somebody in your company asks you to answer the section “{ $section }” for your company.
respond-handed-together = You work on the same response as the person who asked you. What one of you saves, the other one sees.
respond-handed-end = In the end
respond-handed-submits = You submit your company’s response.
respond-handed-back = Your section goes back to the person who asked you, who submits the response.
respond-handed-done = You have done this section already. You can still change it.
respond-handed-privacy = Somebody in your company gave your e-mail address. It is used for this survey only.

respond-done-check = Your section
respond-done-lead = Everything is saved. When you are ready, pass the section back.
respond-done-button = The section is done
respond-done-title = Thank you
respond-done-passed = The section has been passed back
respond-done-text = Done on { $at }. The person who asked you sees this and submits your company’s response.
respond-done-again = Change something after all

respond-conflict = Somebody else has saved something here in the meantime: { $theirs }. The field holds your answer. Save once more for yours to count, or enter theirs.
respond-conflict-cleared = Somebody else has taken the answer back in the meantime. The field holds yours. Save once more for it to count, or take it back.

respond-exit-link = Not responsible, company closed or wrong address?
respond-exit-title = You cannot answer?
respond-exit-lead = Tell us why. You will then get no further e-mails on this round.
respond-exit-reason = What is the case?
respond-exit-which = Choose what is the case.
respond-exit-not-responsible = Somebody else in the company is responsible
respond-exit-company-closed = The company no longer exists
respond-exit-wrong-address = This address does not belong to the company
respond-exit-instead = Who is responsible?
respond-exit-instead-text = If you name somebody, that person can answer for the company.
respond-exit-hand-over = Send this person a link now, if they are responsible instead of me
respond-exit-note = Is there anything you want to tell us about it?
respond-exit-send = Tell us
respond-exit-done-title = Thank you for letting us know
respond-exit-done = We have noted it. You will get no more e-mails on this round.
respond-exit-asked = { $email } gets a link and can answer for the company.
respond-exit-after-all = Was that a mistake, or do you want to answer after all?
respond-exit-back = Back to the start page
respond-exit-declined = You told us that you will not answer. If you begin after all, that no longer holds.

console-exits-title = Told why there will be no answer
console-exits-lead = What the people written to have said. Each number leads to its list.
console-exit-reason = Reason
console-exit-not-responsible = Not responsible
console-exit-company-closed = Company closed
console-exit-wrong-address = Wrong address
console-company-exits = What contacts have told us
console-exit-at = On
console-exit-instead = Responsible is
console-exit-note = Note
console-closed-reported = A contact says that this company no longer exists
console-closed-lead = Reported on { $at }. If you confirm, its contacts get no more e-mails. Nothing is deleted.
console-closed-confirm = The company is closed
console-closed-deny = The company still exists
console-closed-is = This company is closed
console-closed-since = Confirmed on { $at }.
console-closed-done = The company is noted as closed.
console-closed-denied = The company still exists.
console-action-company-closed = Company noted as closed
console-action-company-reopened = Company still exists

# Letters
letters-title = Letters
letters-lead = For contacts whom no e-mail reaches: an invitation on paper with an access code and a QR code. Whoever holds a letter can answer for the company.
letters-audience = Recipients
letters-audience-hint = Whoever has answered or declined, wants no more messages, or works for a closed company is never among them.
letters-everybody = Everybody who can still answer
letters-unreachable = Only those whom no e-mail reaches
letters-none = There is nobody to write a letter to.
letters-logged = Each time letters are shown, the audit log says so.
letters-batches = Letters in batches
letters-batch = Batch
letters-count = Letters
letters-show = Print
letters-print =
    { $count ->
        [one] Show one letter
       *[other] Show { $number } letters
    }
letters-not-launched = There are letters once the round is launched: only then is it certain who is invited.
letters-can-be-undone = The launch can still be undone. There are letters once these ten minutes have passed.
letters-over = This round takes no more answers. There are letters only as long as one can answer.
letters-lead-round = Invitations on paper, with access code and QR code.
letters-button = Print letters
letter-way = Open this address in your browser
letter-code = and type in this access code:
letter-qr = Or open it by telephone
letter-qr-alt = QR code that leads to the survey
letter-closes = You can answer until { $closes }. You may stop and go on later with the same code.
letter-personal = The code is for { $company }. Please share it only with people who answer for your company.
console-action-letters-printed = Letters shown

# Open links
respond-open-unknown-title = This address leads to no survey
respond-open-unknown = Please compare the address with the place where you found it. If you got an invitation, open the link in it.
respond-open-closed-title = This survey takes no answers at the moment
respond-open-closed = The round is not open yet, or is closed already. What you submitted until then counts.
respond-open-full-title = The greatest number of answers has been reached
respond-open-full = No more answers can begin by this link. Thank you for your interest. If you got a personal invitation, it still holds.
respond-open-throttled-title = Too many answers from your network
respond-open-throttled = Very many answers began from your network in a short time. Please wait 15 minutes and then open the link again.
respond-open-confidential = Nobody knows who answers here. Only tables in which no one can be recognised are published.
respond-open-personal = Nobody knows who answers here. Whoever asks sees the single answers, without names.
respond-open-privacy = Your answers, the time and the language are stored, and nothing else.
respond-open-browser = If you stop
respond-open-browser-text = You can go on in this browser as long as it is not closed. Open the same link again to do so.
respond-open-later = To go on, open the same link again in this browser before you close it, at the latest on { $at }. After that the answers cannot be opened any more.
respond-open-change = As long as this browser is not closed, you can change your answers until { $at }.
respond-open-help = Please contact whoever published this link.
open-link-title = Open link
open-link-lead = Whoever knows the link answers without an invitation while a round of this survey is open. Such answers belong to no company and are counted apart.
open-link-slug = Name in the link
open-link-slug-hint = 2 to 40 small letters, digits and hyphens. In front of it stands { $prefix }. Without a name there is no open link.
open-link-slug-wrong = Type in 2 to 40 small letters, digits and inner hyphens, for example lage-hessen.
open-link-slug-taken = Another open link has this name. Choose another one.
open-link-most = Most answers a round
open-link-most-hint = Those that were begun count. Blank: no limit.
open-link-most-wrong = Type in a whole number from 1 to 1000000, or leave the field blank.
open-link-set = The open link is set up.
open-link-removed = This survey has no open link.
open-link-none = No open link: only whoever is invited answers.
open-link-edit = Set up the open link
open-link-qr = QR code to print
open-link-qr-alt = QR code of the open link
open-link-figure = By open link
open-link-figure-note = { $number } more begun
results-basis-open =
    { $count ->
        [one] One of the answers submitted came by the open link, without a company.
       *[other] { $number } of the answers submitted came by the open link, without a company.
    }
console-action-survey-open-link = Open link set
