# Kolleginnen und Kollegen, die an einer Antwort mitarbeiten
respond-optional = Freiwillig.
respond-wrong-name = Schreiben Sie einen Namen in einer Zeile, ohne Internetadresse.
respond-wrong-note = Schreiben Sie höchstens 500 Zeichen, ohne Internetadresse.

respond-colleague-hand = Abschnitt an jemanden im Unternehmen geben
respond-colleague-ask = Jemanden im Unternehmen um Mitarbeit bitten
respond-colleague-title = Gemeinsam antworten
respond-colleague-lead = Geben Sie einen Abschnitt oder alles an eine Kollegin oder einen Kollegen. Die Person erhält per E-Mail einen eigenen Link. Sie arbeiten beide an derselben Antwort.
respond-colleague-back = Zurück zum Fragebogen
respond-colleague-list = Wer mitarbeitet
respond-colleague-more = Noch jemanden bitten
respond-colleague-since = seit { $at }
respond-colleague-revoke = Link zurückziehen
respond-colleague-email = E-Mail-Adresse
respond-colleague-name = Name
respond-colleague-what = Was soll die Person beantworten?
respond-colleague-everything = Alles, einschließlich Absenden
respond-colleague-language = Sprache der E-Mail
respond-colleague-sender = Ihr eigener Name
respond-colleague-sender-hint = Freiwillig. Damit die Person weiß, wer sie bittet.
respond-colleague-note = Nachricht an die Person
respond-colleague-note-hint = Freiwillig, höchstens 500 Zeichen, ohne Internetadressen.
respond-colleague-privacy = Die Adresse wird nur für diese Befragung verwendet. Es geht eine einzige E-Mail an sie.
respond-colleague-send = E-Mail mit Link senden
respond-colleague-too-many = Mehr als zehn Links gibt es für eine Antwort nicht.
respond-colleague-too-soon = In einer Stunde gehen höchstens drei E-Mails hinaus. Bitte versuchen Sie es später noch einmal.
respond-colleague-already = Diese Person hat dafür schon einen Link.
respond-colleague-suppressed = An diese Adresse können wir nicht schreiben. Bitte nehmen Sie eine andere.
respond-colleague-due = E-Mail geht gleich hinaus
respond-colleague-sent = Link gesendet
respond-colleague-done = Erledigt
respond-colleague-failed = E-Mail kam nicht an
respond-colleague-revoked = Zurückgezogen

respond-handed-all = Jemand in Ihrem Unternehmen bittet Sie, diese Befragung für Ihr Unternehmen zu beantworten.
respond-handed-section = Jemand in Ihrem Unternehmen bittet Sie, den Abschnitt „{ $section }“ für Ihr Unternehmen zu beantworten.
respond-handed-together = Sie arbeiten an derselben Antwort wie die Person, die Sie gebeten hat. Was die eine speichert, sieht die andere.
respond-handed-end = Am Ende
respond-handed-submits = Sie senden die Antwort Ihres Unternehmens ab.
respond-handed-back = Ihr Abschnitt geht zurück an die Person, die Sie gebeten hat. Sie sendet die Antwort ab.
respond-handed-done = Sie haben diesen Abschnitt schon erledigt. Sie können ihn noch ändern.
respond-handed-privacy = Ihre E-Mail-Adresse hat jemand in Ihrem Unternehmen angegeben. Sie wird nur für diese Befragung verwendet.

respond-done-check = Ihr Abschnitt
respond-done-lead = Alles ist gespeichert. Wenn Sie fertig sind, geben Sie den Abschnitt zurück.
respond-done-button = Abschnitt ist erledigt
respond-done-title = Vielen Dank
respond-done-passed = Der Abschnitt ist zurückgegeben
respond-done-text = Erledigt am { $at }. Die Person, die Sie gebeten hat, sieht das und sendet die Antwort Ihres Unternehmens ab.
respond-done-again = Doch noch etwas ändern

respond-conflict = Inzwischen ist hier etwas anderes gespeichert worden, von jemand anderem oder in einem anderen Fenster: { $theirs }. Im Feld steht Ihre Angabe von dieser Seite. Speichern Sie noch einmal, damit sie gilt, oder tragen Sie die andere ein.
respond-conflict-cleared = Inzwischen ist die Antwort hier zurückgenommen worden, von jemand anderem oder in einem anderen Fenster. Im Feld steht Ihre Angabe von dieser Seite. Speichern Sie noch einmal, damit sie gilt, oder nehmen Sie sie zurück.
