# Words that SurveyJS shows without writing them into its files
surveyjs-other = Other, namely
surveyjs-none = None of these
surveyjs-refused = I do not want to say
surveyjs-dont-know = I do not know
surveyjs-comment = Your comment
surveyjs-page = Page { $number }
surveyjs-survey = Survey
surveyjs-agree = Please check this answer.
surveyjs-needed = Please answer this question.
surveyjs-yes = Yes
surveyjs-no = No
surveyjs-value = Answer
surveyjs-from = { $title } (from)
surveyjs-to = { $title } (to)
