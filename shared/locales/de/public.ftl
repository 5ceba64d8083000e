# Was auf jeder Seite steht, und die öffentlichen Seiten
public-product = Rundfrage
public-skip = Zum Inhalt springen
public-language = Sprache wählen
public-footer = Rundfrage – der dauerhafte Dialog zwischen Wirtschaft und Gesellschaft
public-error-prefix = Fehler:
public-error-summary = Bitte prüfen Sie Ihre Eingaben
public-start-title = Ihre Antworten zählen
public-start-lead = Mit Rundfrage stellen Ministerien, Verbände und Initiativen Unternehmen regelmäßig dieselben sorgfältigen Fragen – und sie sagen, was daraus folgt.
public-breadcrumb = Sie sind hier
public-pagination = Seiten der Liste
public-previous = Zurück
public-next = Weiter
public-page-of = Seite { $current } von { $last }
public-navigation = Bereiche
public-sign-out = Abmelden
