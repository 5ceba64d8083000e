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
open-link-change = Change the open link
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
