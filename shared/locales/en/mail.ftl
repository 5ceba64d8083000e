mail-invitation-subject = Invitation: { $title }
mail-reminder-subject = Reminder: { $title }
mail-test-subject = TEST: { $title }

mail-greeting = Dear { $name },
mail-greeting-nobody = Good day,

mail-invitation-lead = { $organisation } invites { $company } to take part in the survey “{ $title }”.
mail-invitation-why = Your assessment counts: the answers of many businesses make a reliable picture that politics and associations can build on.

mail-reminder-lead = { $organisation } recently invited { $company } to take part in the survey “{ $title }”. We have not received an answer yet.
mail-reminder-why = We would be glad if you took part: the more businesses answer, the more reliable the results.
mail-reminder-done = If this message has crossed with your answer, please disregard it.

mail-test-note = This is a test message. This is how the invitation looks; the link only leads to the start page here.
mail-test-company = your company

mail-delegation-subject = Your help is asked for: { $title }
mail-delegation-by-all = { $by } asks you to answer the survey “{ $title }” by { $organisation } for { $company }.
mail-delegation-by-section = { $by } asks you to answer the section “{ $section }” of the survey “{ $title }” by { $organisation } for { $company }.
mail-delegation-somebody-all = A colleague asks you to answer the survey “{ $title }” by { $organisation } for { $company }.
mail-delegation-somebody-section = A colleague asks you to answer the section “{ $section }” of the survey “{ $title }” by { $organisation } for { $company }.
mail-delegation-together = You both work on the same response of your company and see what the other saves.
mail-delegation-note = The message that came with it:
mail-delegation-link = The link is for you only. Whoever asked you can take it back.
mail-delegation-reason = You receive this one message because somebody at { $company } gave your address. You will not be reminded.

mail-minutes = { $minutes ->
    [one] Answering takes about one minute.
   *[other] Answering takes about { $minutes } minutes.
}
mail-closes = You can answer until { $closes }. You may interrupt and continue later with the same link.
mail-link = This link leads to the survey:
mail-button = Go to the survey
mail-button-help = If the button does not open, please copy this address into your browser:
mail-personal-link = The link is meant for { $company }. Please pass it on only to people who answer for your company.

mail-voluntary = Taking part is voluntary.
mail-anonymity-confidential = Your answers are treated as confidential: only tables in which no single company can be recognised are published.
mail-anonymity-personal = { $organisation } sees your answers together with the name of your company.

mail-closing = Kind regards
mail-reason = You receive this message because your address is on record at { $organisation } for { $company }.
mail-unsubscribe-lead = If you do not want to receive further messages, you can unsubscribe here:
mail-unsubscribe = Unsubscribe from further messages

mail-box-title = Mailbox
mail-box-lead = This installation does not send its e-mails but puts them into a folder. They can be read here.
mail-box-empty = There is no e-mail yet.
mail-box-caption = { $count ->
    [one] One e-mail
   *[other] { $number } e-mails
}
mail-box-date = Date
mail-box-to = To
mail-box-subject = Subject
mail-box-text = Text
mail-box-html = Designed version
mail-box-headers = Headers
