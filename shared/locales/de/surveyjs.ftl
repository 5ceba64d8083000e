# Wörter, die SurveyJS zeigt, ohne sie in seine Dateien zu schreiben
surveyjs-other = Anderes, und zwar
surveyjs-none = Nichts davon
surveyjs-refused = Keine Angabe
surveyjs-dont-know = Weiß nicht
surveyjs-comment = Ihre Anmerkung
surveyjs-page = Seite { $number }
surveyjs-survey = Umfrage
surveyjs-agree = Bitte prüfen Sie diese Angabe.
surveyjs-needed = Bitte beantworten Sie diese Frage.
surveyjs-yes = Ja
surveyjs-no = Nein
surveyjs-value = Antwort
surveyjs-from = { $title } (von)
surveyjs-to = { $title } (bis)
