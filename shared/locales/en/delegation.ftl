# Colleagues who work on one response
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

respond-conflict = Something else has been saved here in the meantime, by somebody else or in another window: { $theirs }. The field holds your answer from this page. Save once more for it to count, or enter the other one.
respond-conflict-cleared = The answer here has been taken back in the meantime, by somebody else or in another window. The field holds your answer from this page. Save once more for it to count, or take it back.
