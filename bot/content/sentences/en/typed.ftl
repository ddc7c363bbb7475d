# What is said to words typed instead of tapping. Not yet reviewed.

checkin-done-ask = We aren't through yet. "Stop here" ends it, and your answers are gone. Or answer this one:
checkin-vent-heard-more = Still with you. Take your time.
checkin-vent-heard-still = I'm reading all of it. What else?
checkin-vent-heard-person = I'm here, and I'm a program. If a voice would do you good, tap "Someone to talk to". Or just go on.
checkin-took = I took that as: { $answer }.
plan-again = Back to your plan. Your line stands in it.
