# Ways out of an invitation, and invitations on paper
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
