# What stands on every page, and the public pages
public-product = Rundfrage
public-skip = Skip to content
public-language = Choose language
public-footer = Rundfrage – the permanent dialogue between industry and society
public-error-prefix = Error:
public-error-summary = Please check what you entered
public-start-title = Your answers count
public-start-lead = With Rundfrage, ministries, associations and initiatives ask companies the same careful questions again and again – and say what follows from the answers.
public-breadcrumb = You are here
public-pagination = Pages of the list
public-previous = Previous
public-next = Next
public-page-of = Page { $current } of { $last }
public-navigation = Areas
public-sign-out = Sign out
