# Questionnaires of other tools: words that stand in no file of theirs
convert-yes = Yes
convert-no = No
convert-uncertain = Uncertain
convert-increase = Increase
convert-same = Same
convert-decrease = Decrease
convert-female = Female
convert-male = Male
convert-other = Other
convert-comment = Comment
convert-answer = Answer
convert-check-this = Please check this answer: it does not fit the rules of this question.
