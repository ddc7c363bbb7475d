### Finding help: the needs, the list, the card. Not yet reviewed.

find-ask = What do you need help with? Tap one, or type it in your own words.
find-results = Here is what fits best. Tap a number for details.
find-need = <b>{ $need }</b>
    Here is what fits. Tap a number for details.
find-none = I don't have that. I know help for officers and their families, and I won't guess.
    A person can help you further:
find-gone = That entry is not here any more.
find-entry = <b>{ $number }. { $name }</b>
find-more = More
find-other-needs = Other needs

## Needs, in the words of the menu

need-talk = Talk to someone now
need-suicidal = Thoughts of suicide
need-peer = A cop to talk to
need-incident = After a bad call
need-mood = Low, anxious or numb
need-alcohol = Drinking or drugs
need-sleep = Sleep and shifts
need-anger = Anger
need-home = Relationship and kids
need-abuse = Violence at home
need-therapist = A therapist who gets it
need-residential = A place to go away and heal
need-grief = Grief and loss
need-injury = Hurt on the job
need-money = Money and benefits
need-retired = Leaving or retired
need-faith = Chaplain and faith
need-calm = Mindfulness and fitness
need-spouse = Other police families
need-kids = Help for our kids
need-team = Build a peer team
need-training = Courses and training
need-reading = Podcasts and reading
need-after = After a loss in the agency

## One card

card-who = <b>Who answers:</b> { $who }
card-open = <b>Hours:</b> { $hours }
card-hours-always = day and night
card-hours-web = a website, any time
card-hours-unknown = not known
card-hours-claim = { $hours }, says { $who }
card-open-now = { $hours } (open now)
card-open-until = { $hours } (open now, until { $until })
card-closed = { $hours } (closed now)
card-closed-until = { $hours } (closed now, opens { $until })
card-cost = <b>Cost:</b> { $cost }
card-cost-free = free
card-cost-unknown = not known, ask first
card-languages = <b>Languages:</b> { $languages }
card-privacy = <b>Private?</b> { $privacy }
card-anonymous = They say you need not give your name.
card-not-anonymous = Not anonymous.
card-privacy-unknown = Not known. Ask them first what they pass on.
card-call = Call: <b>{ $number }</b>{ $label }
card-text = Text { $keyword } to <b>{ $number }</b>{ $label }
card-text-plain = Text <b>{ $number }</b>{ $label }
card-whatsapp = WhatsApp: <b>{ $number }</b>{ $label }
card-chat = Chat: { $url }
card-web = Web: { $url }
card-web-unconfirmed = Web, not confirmed: { $url }
card-email = Mail: { $email }
card-withheld = There is a number we could not confirm, so we don't show it.
card-watch = <b>Know this:</b> { $note }
card-checked = Checked { $date } against its source.
card-overdue = Last checked { $date }. That is a while ago. Check before you count on it.
card-unconfirmed = We could not confirm this one. Treat it with care.
card-renamed = This one changed its name.
card-not-for-individuals = This is for departments, not for one person's need.
card-generic = Each agency runs its own, so there is no central number. Here is how to find yours.
card-serves = Serves: { $where }
card-website = Open website
card-more-like = More like this
card-other-ways = Numbers to call now
language-name-en = English
language-name-es = Spanish
language-name-fr = French
language-name-asl = sign language (ASL)
language-name-interpreters = interpreters on request
language-name-multi = many languages
article-reviewed = <i>Last compared with its sources on { $date }. General information, not advice for your case.</i>
