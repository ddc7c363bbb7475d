### Finding help: the needs, the list, the card. Not yet reviewed.

find-number = Tap the number under the list instead of typing it. I don't keep which list you saw last.
find-ask = What do you need help with? Tap one, or type it in your own words.
find-results = Here is what fits best. Tap a number for details.
find-need = <b>{ $need }</b>
    Here is what fits. Tap a number for details.
find-none = I don't have that. I know help for officers and their families, and I won't guess.
    A person can help you further:
find-young =
    Thank you for writing. Living with the job at home can be a lot, and you don't have to sort it out alone.
    Talk to an adult you trust: a grandparent, a coach, a counselor at school. You can also talk to someone here:
find-gone = That entry is not here any more.
find-entry = <b>{ $number }. { $name }</b>
find-entry-answer = <i>A short answer, one minute to read</i>
find-more = More
find-more-like-first = More like the first one
find-page = p. { $page }
find-page-of = <i>Page { $page } of { $pages }</i>
find-alike = <b>More like { $name }</b>
find-ways = <b>Other ways to get help like { $name }</b>
find-alike-none = There is nothing else like it for where you are. Look at your other needs, or talk to a person.
way-call = By phone
way-write = In writing: text, chat or mail
way-meet = In person
way-online = Online
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
need-private = Without anyone finding out
need-residential = A place to go away and heal
need-grief = Grief and loss
need-injury = Hurt on the job
need-money = Money and benefits
need-retired = Leaving or retired
need-faith = Chaplain and faith
need-calm = Mindfulness and fitness
need-spouse = Other police families
need-kids = Help for our kids
need-safety = Staying safe on duty
need-team = Build a peer team
need-plan = Plan a wellness program
need-talks = Talking about it, and suicide
need-training = Courses and training
need-reading = Podcasts and reading
need-after = After a loss in the agency
need-lists = Lists of help lines

## One card

card-who = <b>Who answers:</b> { $who }
card-open = <b>Hours:</b> { $hours }
card-hours-always = day and night
card-hours-web = a website, any time
card-hours-unknown = not known
card-hours-claim = { $hours }, says { $who }
card-open-always = Open now, day and night
card-open-now = Open now
card-open-until = Open now, until { $until } their time
card-closed = Closed now
card-closed-until = Closed now, opens { $until } their time
card-cost = <b>Cost:</b> { $cost }
card-cost-free = free
card-cost-unknown = not known, ask first
card-languages = <b>Languages:</b> { $languages }
card-privacy = <b>Private?</b> { $privacy }
card-limits = <b>What that leaves out:</b> { $limits }
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
card-share = <i>You can forward this message to someone who needs it.</i>
card-website = Open website
card-more-like = More like this
card-other-ways = Other ways
language-name-en = English
language-name-es = Spanish
language-name-fr = French
language-name-asl = sign language (ASL)
language-name-interpreters = interpreters on request
language-name-multi = many languages
article-reviewed = <i>Last compared with its sources on { $date }. General information, not advice for your case.</i>

## FindTreatment.gov, only where the operator switched it on

treatment-near = Find treatment near me
treatment-ask =
    <b>Treatment near you</b>
    FindTreatment.gov is the US government's list of licensed treatment places.
treatment-ask-state = Tap your state and I ask that list for a few places. Only the state and the kind of treatment leave this bot. Nothing about you goes out, and I don't keep which state it was.
treatment-ask-zip = Or type your 5-digit ZIP. I make a link to the list around it. I send nothing; the site sees you only when you open the link.
treatment-looking = Looking…
treatment-found =
    <b>FindTreatment.gov: { $state }</b>
    A few places in this state, as the government lists them. We did not check them. Call first, and ask if they know police work.
treatment-place = <b>{ $number }. { $name }</b>
    { $address }
treatment-phone = Call: <b>{ $number }</b>
treatment-web = Web: { $url }
treatment-link = I could not get the list right now. You can look it up yourself on the government's page.
treatment-zip = This link opens the government's list around { $zip }. I sent nothing. The site sees you only when you open it. Use your own phone, not a work phone.
treatment-open = Open FindTreatment.gov
