# Die Konsole der Mitarbeitenden

# Rahmen
console-nav-overview = Übersicht
console-nav-panel = Panel
console-nav-questionnaires = Fragebögen
console-nav-surveys = Umfragereihen
console-nav-audit = Protokoll
console-nav-people = Mitarbeitende
console-role-owner = Verwaltung
console-role-editor = Redaktion
console-role-analyst = Auswertung
console-role-viewer = Lesen
console-back = Zurück
console-next = Weiter
console-save = Speichern
console-choose = Bitte wählen
console-all = Alle
console-filter = Anzeigen
console-sum = Summe
console-name = Name
console-email = E-Mail-Adresse
console-code = Kürzel
console-since = Stand
console-company = Unternehmen
console-contact = Ansprechperson
console-section = Wirtschaftsabschnitt (WZ 2008)
console-size = Größenklasse (Beschäftigte)
console-region = Kreis
console-cluster = Cluster
console-opens = Öffnet
console-closes = Schließt
console-zone = Zeitzone
console-local-hint = Ortszeit in { $zone }

# Anmeldung
console-sign-in-title = Anmelden
console-sign-in-lead = Hier melden sich die Mitarbeitenden an. Wenn Sie Fragen beantworten möchten, öffnen Sie bitte den Link aus Ihrer E-Mail.
console-password = Passwort
console-sign-in = Anmelden
console-sign-in-lost = Passwort vergessen? Wer die Organisation verwaltet, gibt Ihnen einen neuen Einmal-Link.
console-sign-in-refused = E-Mail-Adresse oder Passwort stimmt nicht. Prüfen Sie bitte beides.
console-sign-in-throttled = Zu viele Versuche. Bitte warten Sie 15 Minuten und versuchen Sie es dann noch einmal.
console-link-title = Willkommen bei Rundfrage
console-link-lead = Legen Sie ein Passwort fest. Danach sind Sie angemeldet, und dieser Link gilt nicht mehr.
console-link-button = Passwort festlegen und anmelden
console-link-done = Ihr Passwort ist gespeichert, und Sie sind angemeldet.
console-link-dead-title = Dieser Link gilt nicht mehr
console-link-dead = Ein Einmal-Link gilt 24 Stunden und nur einmal. Wer die Organisation verwaltet, gibt Ihnen einen neuen.
console-password-new = Neues Passwort
console-password-hint = Mindestens 12 Zeichen. Ein Satz, den nur Sie kennen, eignet sich gut.
console-password-repeat = Passwort wiederholen
console-password-short = Wählen Sie ein Passwort mit mindestens 12 Zeichen.
console-password-long = Wählen Sie ein Passwort mit höchstens 128 Zeichen.
console-password-common = Dieses Passwort ist leicht zu erraten. Wählen Sie bitte ein anderes.
console-password-differs = Die beiden Eingaben sind nicht gleich. Geben Sie das Passwort bitte noch einmal ein.

# Übersicht
console-overview-title = Übersicht
console-overview-nothing-runs = Zurzeit läuft keine Runde.
console-overview-drafts = Entwürfe
console-overview-opens = soll am { $at } öffnen
console-figure-invitations = Einladungen
console-figure-started = Begonnen
console-figure-completed = Abgeschlossen
console-next-opens = Öffnet
console-next-closes = Schließt
console-next-reminder = Nächste Erinnerung
console-begin-title = So beginnen Sie
console-begin-panel = Panel importieren: Unternehmen und Ansprechpersonen aus einer CSV-Datei
console-begin-questionnaire = Fragebogen hochladen
console-begin-survey = Umfragereihe anlegen: wer wird wie oft gefragt?
console-begin-round = Runde anlegen, prüfen und starten

# Protokoll
console-audit-title = Protokoll
console-audit-lead = Jede Änderung steht hier, verkettet durch Prüfsummen. Wird ein Eintrag geändert oder zwischen anderen gelöscht, fällt es auf.
console-audit-caption = Einträge, die neuesten zuerst
console-audit-number = Nr.
console-audit-at = Zeitpunkt
console-audit-action = Vorgang
console-audit-actor = Wer
console-audit-subject = Woran
console-audit-details = Einzelheiten
console-action-organisation-set-up = Organisation eingerichtet
console-action-staff-added = Person hinzugefügt
console-action-staff-link-issued = Einmal-Link ausgestellt
console-action-staff-password-set = Passwort festgelegt
console-action-staff-signed-in = Angemeldet
console-action-panel-imported = Panel importiert
console-action-questionnaire-published = Fragebogen gespeichert
console-action-survey-created = Umfragereihe angelegt
console-action-survey-changed = Umfragereihe geändert
console-action-round-created = Runde angelegt
console-action-round-rescheduled = Zeiten geändert
console-action-round-launched = Runde gestartet
console-action-round-launch-undone = Start rückgängig gemacht
console-action-round-test-mail = Test-E-Mail veranlasst
console-action-round-message-again = E-Mail erneut veranlasst
console-action-round-paused = Runde angehalten
console-action-round-resumed = Runde fortgesetzt
console-action-round-cancelled = Runde abgesagt
console-action-round-opened = Runde geöffnet
console-action-round-closed = Runde geschlossen
console-audit-command = Befehl { $name }
console-audit-system = Ablauf { $name }
console-audit-older = Ältere Einträge
console-audit-newest = Neueste Einträge

# Mitarbeitende
console-people-title = Mitarbeitende
console-people-role = Rolle
console-people-role-hint = Lesen: Runden und Rücklauf sehen. Auswertung: dazu Ergebnisse. Redaktion: dazu Panel, Fragebögen und Runden ändern. Verwaltung: dazu Mitarbeitende und Protokoll.
console-people-state = Zugang
console-people-active = aktiv
console-people-waiting = Passwort fehlt noch
console-people-link = Einmal-Link
console-people-new-link = Neuer Link
console-people-link-title = Einmal-Link für { $name }
console-people-link-lead = Geben Sie diesen Link auf sicherem Weg weiter. Er wird nur jetzt angezeigt, gilt 24 Stunden und nur einmal.
console-people-add = Person hinzufügen
console-people-add-button = Hinzufügen und Einmal-Link erzeugen
console-people-name-wrong = Geben Sie einen Namen ein, zum Beispiel Anna Muster.
console-people-email-wrong = Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@beispiel.de.
console-people-role-wrong = Wählen Sie eine Rolle.
console-people-email-taken = Mit dieser E-Mail-Adresse meldet sich bereits jemand an. Verwenden Sie eine andere.

# Fragebögen
console-questionnaires-title = Fragebögen
console-questionnaires-none = Noch kein Fragebogen. Laden Sie einen als YAML-Datei hoch.
console-questionnaire = Fragebogen
console-version = Version
console-version-n = Version { $n }
console-versions = Alle Versionen
console-languages = Sprachen
console-questions = Fragen
console-upload-title = Fragebogen hochladen
console-upload-lead = Die Datei wird vollständig geprüft, bevor etwas gespeichert wird. Ein Fragebogen mit bekanntem Kürzel wird dessen neue Version; laufende Runden behalten ihre. Fragebögen aus LimeSurvey, XLSForm und SurveyJS werden übernommen: Sie sehen vor dem Speichern, was daraus wird.
console-upload-file = Datei mit dem Fragebogen
console-upload-hint = YAML oder JSON; aus LimeSurvey .lss, von einem XLSForm .xlsx, aus SurveyJS .json
console-upload-button = Prüfen und speichern
console-upload-empty = Wählen Sie eine Datei aus, die nicht leer ist.
console-upload-refused = { $count ->
    [one] Die Datei wurde nicht gespeichert: { $number } Fehler
   *[other] Die Datei wurde nicht gespeichert: { $number } Fehler
  }
console-upload-caption = Was zu berichtigen ist
console-upload-same = Genau diese Datei ist bereits Version { $value }. Es wurde nichts geändert.
console-upload-done = Version { $value } ist gespeichert.
console-take-over-title = Fragebogen übernehmen
console-take-over-from = { $file } stammt aus { $tool }.
console-take-over-lead = Noch ist nichts gespeichert: Sehen Sie durch, was nicht unverändert übernommen werden konnte, und speichern Sie dann. Die Gründe stehen auf Englisch.
console-take-over-questions = { $count ->
    [one] Eine Frage in der Datei
   *[other] { $number } Fragen in der Datei
  }
console-take-over-carried = { $count ->
    [one] Eine unverändert übernommen
   *[other] { $number } unverändert übernommen
  }
console-take-over-replaced = { $count ->
    [one] Eine durch etwas anderes ersetzt
   *[other] { $number } durch etwas anderes ersetzt
  }
console-take-over-dropped = { $count ->
    [one] Eine weggelassen
   *[other] { $number } weggelassen
  }
console-take-over-more = { $count ->
    [one] Ein weiterer Hinweis steht nicht in der Tabelle; „rundfrage questionnaire convert“ nennt alle
   *[other] { $number } weitere Hinweise stehen nicht in der Tabelle; „rundfrage questionnaire convert“ nennt alle
  }
console-take-over-new = Neue Version prüfen
console-take-over-unsaved = Noch ist nichts gespeichert: Sehen Sie durch, was sich ändert, und speichern Sie dann.
console-take-over-known-title = Den Fragebogen „{ $code }“ gibt es schon
console-take-over-known = Zuletzt wurde davon Version { $number } gespeichert.
console-take-over-same = Gegenüber Version { $number } ist nichts anders.
console-take-over-keeps = Antworten bleiben mit denen zu Version { $number } vergleichbar.
console-take-over-breaks = Antworten lassen sich nicht mehr durchweg mit denen zu Version { $number } vergleichen.
console-take-over-differences = { $count ->
    [one] Ein Unterschied
   *[other] { $number } Unterschiede
  }
console-take-over-free = Ist es ein anderer Fragebogen, so speichern Sie ihn als eigenen: Die Kennung „{ $code }“ ist noch frei.
console-take-over-next = Als Version { $number } speichern
console-take-over-own = Als eigenen Fragebogen „{ $code }“ speichern
console-take-over-look = Änderungen prüfen
console-take-over-caption = Was nicht unverändert übernommen wurde
console-take-over-outcome = Stattdessen
console-take-over-left-out = weggelassen
console-take-over-source = Der Fragebogen, wie er gespeichert wird
console-take-over-source-hint = In YAML; Sie können ihn hier noch ändern.
console-take-over-save = Prüfen und speichern
console-take-over-file = Als Datei herunterladen
console-line = Zeile
console-place = Stelle
console-reason = Grund
console-question-core = Kernfrage
console-question-if = Nur wenn
console-kind-scale = Skala
console-kind-single = Einfachauswahl
console-kind-multi = Mehrfachauswahl
console-kind-matrix = Matrix
console-kind-ranking = Rangfolge
console-kind-numeric = Zahl
console-kind-nps = Weiterempfehlung 0 bis 10
console-kind-text = Freitext
console-kind-list = Auswahlliste
console-kind-rating = Bewertung
console-kind-table = Tabelle
console-kind-slider = Schieberegler
console-kind-date = Datum
console-kind-month = Monat
console-kind-quarter = Quartal
console-kind-year = Jahr
console-kind-time = Uhrzeit
console-kind-duration = Dauer
console-kind-line = kurzer Text
console-kind-email = E-Mail-Adresse
console-kind-url = Webadresse
console-kind-phone = Telefonnummer
console-kind-consent = Einwilligung
console-kind-calculated = berechneter Wert
console-kind-summary = Zusammenfassung
console-kind-group = wiederholte Gruppe
console-kind-upload = Dateien
console-kind-note = Hinweis

# Umfragereihen
console-surveys-title = Umfragereihen
console-surveys-none = Noch keine Umfragereihe. Legen Sie fest, wer wie oft wonach gefragt wird.
console-survey = Umfragereihe
console-survey-new-title = Umfragereihe anlegen
console-survey-edit-title = Umfragereihe ändern
console-survey-edit = Ändern
console-survey-created = Die Umfragereihe ist angelegt. Legen Sie nun die erste Runde an.
console-survey-changed = Die Änderungen sind gespeichert. Bereits gestartete Runden behalten, womit sie gestartet wurden.
console-survey-part-what = Was wird gefragt?
console-survey-part-who = Wer wird gefragt?
console-survey-part-mail = E-Mails
console-survey-part-rules = Regeln
console-survey-who-lead = Ohne Auswahl werden alle gefragt, die im Panel erreichbar sind.
console-survey-sections = Nur diese Wirtschaftsabschnitte
console-survey-regions = Nur diese Kreise
console-survey-title = Titel
console-survey-code-hint = Buchstaben, Ziffern, - und _, zum Beispiel industrie-lage
console-survey-no-questionnaire = Laden Sie zuerst einen Fragebogen hoch.
console-survey-sender-hint = Erscheint als Absender der E-Mails
console-survey-reply-hint = Freiwillig. Ohne Angabe gehen Antworten an die Absenderadresse.
console-survey-reminders-hint = Erinnert wird nur, wer noch nicht abgeschlossen hat. Leere Zeilen gelten nicht.
console-survey-reminder-days = { $n }. Erinnerung: Tage nach der Öffnung
console-survey-reminder-at = { $n }. Erinnerung: Uhrzeit
console-survey-anonymity-hint = Wird den Befragten in einem Satz gesagt und beim Start einer Runde festgeschrieben.
console-survey-zone-hint = Zum Beispiel Europe/Berlin
console-survey-code-wrong = Geben Sie ein Kürzel aus Buchstaben, Ziffern, - und _ ein, zum Beispiel industrie-lage.
console-survey-code-taken = Dieses Kürzel hat bereits eine andere Umfragereihe. Wählen Sie ein anderes.
console-survey-title-wrong = Geben Sie einen Titel mit höchstens 200 Zeichen ein.
console-survey-questionnaire-wrong = Wählen Sie einen Fragebogen.
console-survey-choose = Wählen Sie etwas aus der Liste.
console-survey-sender-wrong = Geben Sie einen Absendernamen auf einer Zeile ein, höchstens 200 Zeichen.
console-survey-reply-wrong = Geben Sie eine E-Mail-Adresse ein, zum Beispiel name@beispiel.de, oder lassen Sie das Feld leer.
console-survey-zone-wrong = Geben Sie eine Zeitzone ein, zum Beispiel Europe/Berlin.
console-survey-days-wrong = Geben Sie eine ganze Zahl von 1 bis 365 ein, zum Beispiel 7.
console-survey-at-wrong = Geben Sie eine Uhrzeit ein, zum Beispiel 09:00.
console-cadence = Rhythmus
console-cadence-once = einmalig
console-cadence-monthly = monatlich
console-cadence-quarterly = vierteljährlich
console-cadence-yearly = jährlich
console-sender = Absendername
console-reply-to = Antwortadresse
console-reminders = Erinnerungen
console-reminders-none = keine
console-reminder-rule = { $days ->
    [one] einen Tag nach der Öffnung um { $at }
   *[other] { $days } Tage nach der Öffnung um { $at }
  }
console-anonymity = Vertraulichkeit
console-anonymity-confidential = Vertraulich: sichtbar sind nur zusammengefasste Zahlen
console-anonymity-personal = Persönlich: Antworten sind mit dem Namen des Unternehmens sichtbar
console-recipients-now = Empfängerinnen und Empfänger zurzeit
console-rounds = Runden
console-rounds-none = Noch keine Runde.
console-round = Runde

# Runden
console-round-new-title = Runde anlegen
console-round-new-lead = Eine Runde beginnt als Entwurf. Gestartet wird sie erst nach einer Prüfung und einer ausdrücklichen Bestätigung.
console-round-name = Name der Runde
console-round-name-hint = Zum Beispiel 2026-Q4
console-round-create = Entwurf anlegen
console-round-created = Der Entwurf ist angelegt.
console-round-name-wrong = Geben Sie 1 bis 40 Buchstaben, Ziffern, - und _ ein, zum Beispiel 2026-Q4.
console-round-name-taken = Diese Umfragereihe hat bereits eine Runde mit diesem Namen. Wählen Sie einen anderen.
console-round-time-wrong = Geben Sie Datum und Uhrzeit ein, zum Beispiel 01.12.2026 09:00.
console-round-closes-early = Die Runde muss nach ihrer Öffnung schließen. Wählen Sie einen späteren Zeitpunkt.
console-times-title = Zeiten ändern
console-times-done = Die Zeiten sind geändert.
console-state-draft = Entwurf
console-state-scheduled = gestartet, öffnet bald
console-state-open = offen
console-state-closed = geschlossen
console-state-published = veröffentlicht
console-state-cancelled = abgesagt
console-state-paused = angehalten
console-invitation-planned = Geplant
console-invitation-invited = Eingeladen
console-invitation-started = Begonnen
console-invitation-completed = Abgeschlossen
console-invitation-declined = Abgelehnt
console-invitation-unreachable = Unerreichbar
console-invitation-excluded = Ausgeschlossen
console-checklist-title = Prüfliste vor dem Start
console-checklist-good = Alles ist in Ordnung.
console-checklist-advice = Dem Start steht nichts im Weg. Sehen Sie sich bitte noch an, was gelb markiert ist.
console-checklist-missing = { $count ->
    [one] Ein Punkt muss vor dem Start geklärt werden.
   *[other] { $number } Punkte müssen vor dem Start geklärt werden.
  }
console-check-good = in Ordnung
console-check-advice = bitte ansehen
console-check-missing = fehlt
console-check-questionnaire = Fragebogen
console-check-questionnaire-good = „{ $title }“, Version { $version }, { $count } Fragen.
console-check-questionnaire-none = Die Umfragereihe hat keinen lesbaren Fragebogen.
console-check-questionnaire-look = Ansehen
console-check-questionnaire-link = Zu den Fragebögen
console-check-languages = Sprachen
console-check-languages-good = Vollständig in: { $languages }.
console-check-languages-none = Ohne Fragebogen nicht zu prüfen.
console-check-files = Dateien
console-check-files-confidential = Der Fragebogen bittet um Dateien ({ $questions }). Ihr Inhalt kann das Unternehmen verraten, deshalb gibt die Konsole in einer vertraulichen Runde keine davon heraus. Verzichten Sie auf die Frage, oder befragen Sie namentlich.
console-check-comparable = Vergleichbarkeit
console-check-comparable-good = Die Antworten lassen sich mit denen der Runde { $round } vergleichen.
console-check-comparable-breaks = Nicht alle Antworten lassen sich mit denen der Runde { $round } vergleichen. Es betrifft: { $places }.
console-check-recipients = Empfängerinnen und Empfänger
console-check-recipients-good = { $count ->
    [one] { $number } Ansprechperson würde eingeladen.
   *[other] { $number } Ansprechpersonen würden eingeladen.
  }
console-check-recipients-none = Niemand würde eingeladen: In dieser Auswahl ist keine Ansprechperson, der geschrieben werden darf.
console-check-recipients-link = Auswahl ansehen
console-check-sender = Absender
console-check-sender-good = { $name } <{ $address }>, Antworten an { $reply }.
console-check-sender-reserved = { $name } <{ $address }>. Diese Absenderadresse kann es nicht geben; tragen Sie mail_from in den Einstellungen der Anlage ein.
console-check-links = Links in den E-Mails
console-check-links-good = Sie führen zu { $address }.
console-check-links-here = Sie führen zu { $address } und damit nur auf diesem Rechner zum Ziel. Tragen Sie public_url in den Einstellungen der Anlage ein.
console-check-sender-folder = { $name } <{ $address }>, Antworten an { $reply }. Achtung: E-Mails werden auf dieser Anlage nur in einen Ordner geschrieben, nicht verschickt.
console-check-test = Test-E-Mail
console-check-test-good = Eine Test-E-Mail wurde zugestellt. Haben Sie sie gelesen?
console-check-test-waiting = Eine Test-E-Mail ist unterwegs.
console-check-test-failed = Eine Test-E-Mail konnte nicht zugestellt werden. Prüfen Sie den Mailversand und senden Sie eine neue.
console-check-test-none = Noch keine verschickt.
console-check-times = Zeiten
console-check-times-good = Öffnet { $opens }, schließt { $closes } ({ $zone }).
console-check-times-now = Die Öffnungszeit ist erreicht: Die Runde öffnet gleich nach der Frist zum Rückgängigmachen. Schließt { $closes }.
console-check-times-past = Die Schließzeit ist vorbei oder zu nah. Wählen Sie eine spätere.
console-check-times-link = Zeiten ändern
console-check-reminders = Erinnerungen
console-check-reminders-good = { $dates }
console-check-reminders-none = Es ist keine Erinnerung vorgesehen.
console-check-reminders-dropped =
    { $dates }. { $dropped ->
        [one] Eine weitere fiele hinter die Schließung und entfällt.
       *[other] { $dropped } weitere fielen hinter die Schließung und entfallen.
    }
console-check-reminders-all-dropped =
    { $dropped ->
        [one] Die vorgesehene Erinnerung fiele hinter die Schließung und entfällt.
       *[other] Alle { $dropped } vorgesehenen Erinnerungen fielen hinter die Schließung und entfallen.
    }
console-try-title = Ausprobieren
console-try-lead = Beides verschickt nichts an Ihr Panel.
console-test-mail-button = Test-E-Mail an mich
console-test-mail-done = Die Test-E-Mail geht gleich an { $value }.
console-dry-run-button = Probelauf ansehen
console-launch-title = Runde starten
console-launch-lead = { $count ->
    [one] Mit dem Start wird { $number } Ansprechperson zur Einladung vorgemerkt. Danach haben Sie zehn Minuten, um alles rückgängig zu machen, bevor die erste E-Mail hinausgeht.
   *[other] Mit dem Start werden { $number } Ansprechpersonen zur Einladung vorgemerkt. Danach haben Sie zehn Minuten, um alles rückgängig zu machen, bevor die erste E-Mail hinausgeht.
  }
console-launch-label = Anzahl der Empfängerinnen und Empfänger
console-launch-hint = Geben Sie zur Bestätigung die Zahl aus der Prüfliste ein.
console-launch-button = Runde starten
console-launch-done = Die Runde ist gestartet. Sie können den Start zehn Minuten lang rückgängig machen.
console-launch-already = Diese Runde ist bereits gestartet. Es wurde nichts doppelt ausgelöst.
console-launch-no-number = Geben Sie die Anzahl als ganze Zahl ein, zum Beispiel 400.
console-launch-wrong-number = Das ist nicht die Anzahl der Empfängerinnen und Empfänger. Vergleichen Sie bitte mit der Prüfliste.
console-launch-nobody = Niemand würde eingeladen. Prüfen Sie Panel und Auswahl der Umfragereihe.
console-launch-not-ready = Klären Sie zuerst, was in der Prüfliste rot markiert ist.
console-launch-other-version = Inzwischen gibt es eine neue Version des Fragebogens. Prüfen Sie sie und bestätigen Sie noch einmal.
console-launch-moved = Diese Runde kann nicht mehr gestartet werden.
console-undo-title = { $count ->
    [one] Der Start kann noch eine Minute lang rückgängig gemacht werden
   *[other] Der Start kann noch { $number } Minuten lang rückgängig gemacht werden
  }
console-undo-lead = Bis dahin geht keine E-Mail hinaus.
console-undo-button = Start rückgängig machen
console-undo-done = Der Start ist rückgängig gemacht. Niemand wurde eingeladen.
console-undo-too-late = Die zehn Minuten sind vorbei. Halten Sie die Runde an, um keine weiteren E-Mails zu verschicken.
console-control-title = Steuerung
console-pause-lead = Hält alle weiteren E-Mails zurück. Antworten bleiben möglich.
console-pause-button = Anhalten
console-pause-done = Die Runde ist angehalten. Es gehen keine E-Mails hinaus, bis Sie sie fortsetzen.
console-resume-lead = Verschickt, was noch aussteht. Niemand bekommt etwas doppelt.
console-resume-button = Fortsetzen
console-resume-done = Die Runde läuft weiter.
console-cancel-lead = Sagt die Runde endgültig ab, bevor sie öffnet.
console-cancel-button = Runde absagen
console-cancel-done = Die Runde ist abgesagt. Niemand wurde eingeladen.
console-move-refused = Das geht in diesem Stand der Runde nicht mehr. Unten sehen Sie, wie sie jetzt steht.
console-fieldwork-title = Rücklauf
console-results-button = Ergebnisse ansehen
console-funnel-caption = Wo die Einladungen stehen
console-funnel-state = Stand
console-funnel-count = Anzahl
console-funnel-share = Anteil
console-return = Rücklauf
console-no-open-tracking = Rundfrage misst nicht, ob eine E-Mail geöffnet wurde. „Begonnen“ heißt: Eine erste Antwort wurde gespeichert.
console-mailing-title = E-Mails
console-mailing-caption = E-Mails nach Art und Stand, ohne Test-E-Mails
console-mailing-none = Noch sind keine E-Mails geplant.
console-mailing-kind = Art
console-kind-invitation = Einladung
console-kind-reminder = Erinnerung
console-kind-thanks = Dank
console-kind-results = Ergebnisse
console-kind-delegation = Weitergabe an Kolleginnen und Kollegen
console-kind-test = Test
console-message-due = In Warteschlange
console-message-sending = Wird übergeben
console-message-accepted = Angenommen
console-message-deferred = Aufgeschoben
console-message-failed = Gescheitert
console-message-unknown = Ungeklärt
console-message-suppressed = Gesperrt
console-message-cancelled = Entfallen
console-message-bounced = Zurückgekommen
console-message-complained = Beschwerde
console-runs-title = Termine der Erinnerungen
console-runs-n = Erinnerung
console-runs-name = { $n }. Erinnerung
console-runs-due = Fällig
console-runs-state = Stand
console-runs-planned = E-Mails
console-run-due = steht an
console-run-done = erledigt
console-run-stale = verfallen
console-run-cancelled = entfallen
console-by-section = Nach Wirtschaftsabschnitt
console-by-size = Nach Größenklasse
console-invitations-title = Einladungen
console-invitations-count = { $count ->
    [one] { $number } Einladung
   *[other] { $number } Einladungen
  }
console-messages-title = E-Mails dieser Runde
console-messages-none = Keine E-Mail mit diesem Stand.
console-messages-attempts = Versuche
console-messages-since = Seit
console-messages-reply = Antwort des Mailservers
console-messages-action = Aktion
console-messages-again = Erneut senden
console-messages-again-done = Die E-Mail wird gleich noch einmal verschickt.
console-messages-again-refused = Diese E-Mail kann nicht mehr erneut verschickt werden.
console-dry-run-title = Probelauf
console-dry-run-lead = So sähen die Einladungen aus. Es wurde nichts verschickt und nichts gespeichert.
console-dry-run-counts = Einladungen nach Sprache
console-dry-run-language = Sprache
console-dry-run-rendered = Geschrieben
console-dry-run-failed = { $count ->
    [one] { $number } E-Mail ließ sich nicht schreiben.
   *[other] { $number } E-Mails ließen sich nicht schreiben.
  }
console-dry-run-sample = Beispiel: { $language }
console-dry-run-subject = Betreff
console-dry-run-to = An
console-dry-run-limit = Geschrieben wurden die ersten { $number } E-Mails.

# Panel
console-panel-title = Panel
console-panel-import = CSV-Datei importieren
console-panel-none = Das Panel ist noch leer. Importieren Sie eine CSV-Datei mit Unternehmen und Ansprechpersonen.
console-panel-companies = Unternehmen
console-panel-contacts = Ansprechpersonen
console-panel-reachable = Erreichbar
console-panel-search = Name, Nummer oder E-Mail-Adresse
console-panel-found = { $count ->
    [one] { $number } Unternehmen
   *[other] { $number } Unternehmen
  }
console-panel-reference = Nummer
console-panel-sector = Wirtschaftszweig
console-panel-employees = Beschäftigte
console-panel-group = Unternehmensgruppe
console-company-contacts = Ansprechpersonen
console-company-history = Bisherige Einladungen
console-company-history-none = Noch nie eingeladen.
console-contact-active = aktiv
console-contact-unreachable = unerreichbar
console-contact-left = ausgeschieden
console-contact-suppressed = gesperrt
console-contact-language = Sprache
console-import-title = Panel importieren
console-import-lead = Die Datei wird zuerst nur geprüft. Übernommen wird sie erst, wenn Sie es danach bestätigen.
console-import-file = CSV-Datei
console-import-hint = Trennzeichen und Zeichensatz werden erkannt; deutsche und englische Überschriften. Höchstens 150 MB und 1.000.000 Zeilen.
console-import-check = Datei prüfen
console-import-none = Wählen Sie eine Datei aus.
console-import-gone = Die geprüfte Datei ist nicht mehr da. Laden Sie sie bitte noch einmal hoch.
console-import-preview = Ergebnis der Prüfung
console-import-read = Zeilen gelesen
console-import-accepted = Zeilen in Ordnung
console-import-refused = Zeilen abgelehnt
console-import-what = Was sich ändern würde
console-import-changed = Was sich geändert hat
console-import-created = Neu
console-import-updated = Geändert
console-import-unchanged = Unverändert
console-import-refusals = Abgelehnte Zeilen
console-import-refusals-shown = Gezeigt werden die ersten { $number }.
console-import-row = Zeile
console-import-column = Spalte
console-import-confirm-lead = { $count ->
    [one] { $number } Zeile wird übernommen; abgelehnte Zeilen bleiben draußen.
   *[other] { $number } Zeilen werden übernommen; abgelehnte Zeilen bleiben draußen.
  }
console-import-nothing = Keine Zeile kann übernommen werden. Berichtigen Sie die Datei und laden Sie sie noch einmal hoch.
console-import-button = Jetzt übernehmen
console-import-other = Andere Datei prüfen
console-import-done-title = Import abgeschlossen
console-import-to-panel = Zum Panel

# Zwei Fassungen eines Fragebogens
console-difference-title = Unterschied zur Version davor
console-difference-none = Nichts ist anders.
console-difference-caption = Was anders ist
console-difference-what = Änderung
console-difference-answers = Antworten
console-difference-whole = Fragebogen
console-difference-keeps = vergleichbar
console-difference-breaks = nicht vergleichbar
console-difference-warning = Diese Version bricht die Vergleichbarkeit mit früheren Runden. Was das betrifft, ist unten gekennzeichnet.
console-difference-wording = Text geändert
console-difference-look = Darstellung geändert
console-difference-handling = Angaben zur Verwendung geändert
console-difference-order = Reihenfolge geändert
console-difference-language-added = Sprache neu
console-difference-language-removed = Sprache entfernt
console-difference-question-added = Frage neu
console-difference-required-added = Pflichtfrage neu
console-difference-question-removed = Frage entfernt
console-difference-type = Art der Frage geändert
console-difference-option-added = Antwortmöglichkeit am Ende neu
console-difference-option-inserted = Antwortmöglichkeit eingefügt
console-difference-option-removed = Antwortmöglichkeit entfernt
console-difference-option-score = Punktwert geändert
console-difference-option-exclusive = Ausschluss anderer Antworten geändert
console-difference-scale = Skala geändert
console-difference-way-out = „Weiß nicht“ geändert
console-difference-row-added = Zeile oder Spalte neu
console-difference-row-removed = Zeile oder Spalte entfernt
console-difference-unit = Einheit geändert
console-difference-condition = Bedingung geändert
console-difference-eased = Mehr Antworten zugelassen
console-difference-tightened = Weniger Antworten zugelassen
console-difference-calculation = Berechnung geändert
console-difference-consent = Einwilligungstext geändert
console-difference-polarity = Wertung geändert
console-difference-indicator = Indikator geändert

# Eine neuere Version für eine offene Runde
console-replace-title = Version der Runde ersetzen
console-replace-lead = Wer schon begonnen hat, antwortet mit der bisherigen Version zu Ende. Wer ab jetzt beginnt, bekommt die neue. Das geht nur, wenn sich die Antworten vergleichen lassen.
console-replace-current = Version der Runde
console-replace-newest = Neueste Version
console-replace-none = Es gibt keine neuere Version dieses Fragebogens.
console-replace-breaks = Die neue Version kann diese Runde nicht übernehmen: Antworten auf beide Versionen ließen sich nicht vergleichen.
console-replace-button = Version { $n } für diese Runde verwenden
console-replace-done = Wer ab jetzt beginnt, bekommt die neue Version.
console-replace-link = Version ersetzen
console-replace-link-lead = Ein Tippfehler im Fragebogen? Eine neuere, vergleichbare Version kann die Runde übernehmen.

# Übersetzungen
console-translations-title = Übersetzungen
console-translations-lead = Eine Sprache in Arbeit sehen die Befragten erst, wenn kein Text mehr fehlt und sie angeboten wird.
console-translations-caption = Sprachen des Fragebogens
console-translations-language = Sprache
console-translations-there = Übersetzt
console-translations-all = Texte
console-translations-standing = Stand
console-translations-is-offered = angeboten
console-translations-is-whole = vollständig
console-translations-in-work = in Arbeit
console-translations-gaps = { $count ->
    [one] ein Text fehlt
   *[other] { $number } Texte fehlen
}
console-translations-offer = Sprache { $language } anbieten
console-translations-offer-lead = In der Sprache { $language } fehlt kein Text mehr. Sie kann den Befragten angeboten werden; das ergibt eine neue Version.
console-translations-export = Liste für die Übersetzung
console-translations-from = Übersetzen aus
console-translations-to = Übersetzen in
console-translations-to-hint = Kürzel der Sprache, zum Beispiel fr oder pl
console-translations-format = Format
console-translations-xlsx = Excel (.xlsx)
console-translations-xlf = XLIFF 1.2 (.xlf), für Übersetzungsprogramme
console-translations-download = Liste herunterladen
console-translations-pair-wrong = Geben Sie das Kürzel einer anderen Sprache ein, zum Beispiel fr
console-translations-import = Übersetzung zurückspielen
console-translations-file = Liste mit Übersetzungen
console-translations-file-hint = Die Liste wird ganz übernommen oder gar nicht. Sie ergibt eine neue Version.
console-translations-leave-out = Texte auslassen, deren Vorlage sich inzwischen geändert hat
console-translations-take = Prüfen und übernehmen
console-translations-empty = Wählen Sie eine Datei aus
console-translations-refused = { $count ->
    [one] Die Liste wurde nicht übernommen: eine Stelle ist zu verbessern
   *[other] Die Liste wurde nicht übernommen: { $number } Stellen sind zu verbessern
}
console-translations-refused-caption = Was zu verbessern ist
console-translations-key = Schlüssel
console-translations-done = Übernommen: { $value } Texte, als neue Version.
console-translations-offered = Die Sprache { $value } wird angeboten.
console-translations-nothing = Die Liste enthielt nichts Neues.
console-translations-meanwhile = Inzwischen gibt es eine neuere Version. Es wurde nichts übernommen; spielen Sie die Liste dort zurück.

# Vorschau
console-preview-title = Vorschau
console-preview-lead = Gehen Sie den Fragebogen so durch, wie ihn ein Unternehmen sieht. Es wird nichts gespeichert, verschickt oder gezählt.
console-preview-round = Name der Runde
console-preview-round-hint = Entscheidet, welche Fragen in diesem Zeitraum gestellt werden, zum Beispiel 2026-Q4
console-preview-round-wrong = Geben Sie einen Namen aus Buchstaben, Ziffern, - und _ ein, zum Beispiel 2026-Q4
console-preview-sector = Wirtschaftszweig
console-preview-size = Größenklasse
console-preview-region = Kreis (AGS)
console-preview-cluster = Cluster
console-preview-none = keine Angabe
console-preview-begin = Vorschau beginnen
console-preview-done = Ende der Vorschau. Es wurde nichts gespeichert.

# Testantworten
console-test-responses-lead = Füllen Sie die Runde zur Probe selbst aus, wie es eines der eingeladenen Unternehmen täte. Testantworten sind gekennzeichnet und zählen nirgends mit.
console-test-responses-begin = Testantwort beginnen
console-test-responses-count =
    { $count ->
        [one] Es gibt eine Testantwort. Sie zählt nirgends mit.
       *[other] Es gibt { $number } Testantworten. Sie zählen nirgends mit.
    }
console-test-responses-over = Diese Runde nimmt keine Antworten mehr an. Testantworten gibt es nur, solange sie geöffnet ist.
console-test-responses-early = Diese Runde ist noch nicht geöffnet. Testantworten gibt es, sobald sie Antworten annimmt.
console-test-responses-delete = Testantworten löschen
console-test-responses-deleted = Die Testantworten sind gelöscht.
console-action-test-response-begun = Testantwort begonnen
console-action-test-responses-deleted = Testantworten gelöscht
