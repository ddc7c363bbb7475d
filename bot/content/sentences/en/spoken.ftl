# What is said to whole messages that are no question. Not yet reviewed.
spoken-hello = Hi. I'm here. Write what's going on in your own words, or tap.
spoken-thanks = You're welcome. Write any time, at any hour.
spoken-ok = OK. I'm here at any hour.
spoken-fine = Good to hear. If that changes, write any time.
spoken-signs = I can only read words. Say it in a few words, or tap.
spoken-answer = If that was meant for a button above, tap it, please. I don't keep what I asked.
spoken-stop = What should stop?
spoken-stop-none = Nothing will come from me by itself. I write when you write.
spoken-stop-practices = The short practices
spoken-stop-department = Tips from my department
spoken-stop-promise = I said I would come back to you. I won't now.
spoken-stop-coordinating = What comes to me as a coordinator
