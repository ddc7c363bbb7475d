### The check-in. No emojis here. One idea a message. Not yet reviewed by a clinician.
### Steps and their order: content/flows/checkin.toml. The reasons: docs/checkin.md.

## Shared

checkin-yes = Yes
checkin-no = No
checkin-rather-not = I'd rather not say
checkin-ok = OK
checkin-leave-out = Leave them out
checkin-skip = Skip
checkin-stop = Stop here
checkin-go-on = Go on
checkin-another-tip = Something else
checkin-of = <i>{ $at } of { $all }</i>
checkin-start-over = Start over
checkin-begin = Start a check-in
command-check = A three-minute check-in
menu-check = Check in with myself

## What this is

checkin-hello =
    <b>A check-in.</b> About three minutes, one question at a time.

    I'm a program. Nobody is watching. I hold your answers, encrypted, only until we're done, 12 hours at most. Nothing is kept after that unless you say so.

    Use your own phone. No names, no case details. Skip or stop any time.
    .start = Start
    .vent = Just let me vent
    .later = Not now
checkin-today = How is today, from 0 (as bad as it gets) to 10 (really good)?
checkin-says-low = That's a hard day. Thanks for putting it straight.
checkin-says-mid = So, not the worst and not great.
checkin-says-high = Good to hear.

## Step 1. The questions of the ASQ, word for word

checkin-asq-first = Next, four yes-or-no questions I ask everyone. Asking straight helps, and your department never sees it.
checkin-asq-1 = In the past few weeks, have you wished you were dead?
checkin-asq-2 = In the past few weeks, have you felt that you or your family would be better off if you were dead?
checkin-asq-3 = In the past week, have you been having thoughts about killing yourself?
checkin-asq-4 = Have you ever tried to kill yourself?
checkin-says-straight = Thank you for answering those. If that ever changes, type /crisis, at any hour.

## Step 2. What weighs

checkin-weighs = What weighs most right now?
    .call = A bad call
    .worry = Worry about my officer
    .sleep = Sleep
    .home = Home
    .drinking = Drinking
    .theirs = Someone else's drinking
    .job = The job or the boss
    .money = Money
    .other = Something else
    .hurt = I could hurt someone
    .nothing = Nothing much
checkin-weighs-family = This is about you, not about your officer. What weighs most right now?
    .drinking = My own drinking
    .home = Us at home
checkin-says-call = Some calls come home with you. That's not weakness. It's what they do to people.
checkin-says-worry = You carry this for two. That wears a person down.
checkin-says-sleep = Short sleep makes everything heavier. Shift work does that to most people.
checkin-says-home = When home is hard, there's no place to put the gear down.
checkin-says-drinking = It takes something to say that. About 1 in 4 officers drink more than is good for them.
checkin-says-drinking-family = It takes something to say that. You're not the only one.
checkin-says-theirs = Living beside someone's drinking is hard work. It's not your job to fix it alone.
checkin-says-job = Often the building weighs more than the street. That wears a person down, too.
checkin-says-money = Money worry follows you into every room. It's a real weight.
checkin-says-other = OK. You don't have to name it.
checkin-says-nothing = Good to know. A look now and then still helps.
checkin-call = No details, please. Just: how long ago was it?
    .recent = In the last 30 days
    .older = Longer ago
    .many = Many, over years
checkin-home = One thing I ask everyone here. Is it safe at home?
    .distance = Yes. It's fights or distance
    .unsafe = No, I'm not safe there
    .hurt = I could hurt someone
checkin-worry = One thing first. Do you fear they might end their life?
    .yes = Yes
    .unsure = I'm not sure
    .no = No, it's other things
checkin-listen = What would help most right now?
    .vent = Just let me vent
    .tonight = Something for tonight
    .person = Someone to talk to
    .go_on = Go on with the check-in
checkin-vent = Type as much as you want. I don't keep it and I don't give advice. Leave out names and case details.
    .enough = That's it for now
    .person = Someone to talk to
checkin-vent-heard = I hear you. Go on, if there's more.
checkin-before-going-on = Thanks for getting it out. That's worth something by itself. Shall we do the check-in now?
    .go_on = Yes, go on
    .person = Someone to talk to
    .done = No, that's enough
checkin-listen-more = Thanks for getting it out. What would help now?
    .go_on = Go on with the check-in
    .tonight = Something for tonight
    .person = Someone to talk to

## Step 3. Four questions, and what they say

checkin-offer = You can skip any of them. Ready?
checkin-sex = The usual limits differ for women and men. Which fits you?
    .woman = Woman
    .man = Man
checkin-result = <b>How it reads</b>
    .what_now = What now?
    .more = Look closer
    .keep = Keep this result
checkin-incomplete = You left something out, so there's nothing to count. That's fine.
checkin-no-score = No score today, and none needed.
checkin-hope = What weighs on people in this work is common, and it can get better. Asking early leaves you more choices.
checkin-hope-family = Living with this job weighs on families, too. It can get better, and you count by yourself.
checkin-no-verdict = This is a few questions, not an exam. If it doesn't fit how you feel, trust how you feel.
checkin-keep-ask = Shall I keep this result for you? Only which questions, the day and the score, encrypted, so that you can see a line over time. Never your answers. You can erase it any time. A court could demand what is kept.
    .yes = Yes, keep this one
checkin-says-kept = Kept. Next time, /check shows you the line.
checkin-says-not-kept = OK. Nothing is kept.
checkin-after-keeping = What now?
    .what_now = A next step
    .more = Look closer
checkin-my-results = My saved results
checkin-deeper = Pick one, if you want. Each is a longer set of questions. None of it is kept unless you say so.
    .mood = Low mood (9 questions)
    .nerves = Worry and nerves (7)
    .drinking = Drinking (3)
    .after = After something bad (6)
    .what_now = No. What now?
checkin-when = Is it about one event? No details. Just: how long ago was it?
    .recent = In the last 30 days
    .older = Longer ago
checkin-too-early = Then it's too early for that one. In the first weeks bad sleep, jumpiness and pictures in the head are common. A fair look is possible after day 30. I can ask you 0 to 10 again in a week. To write to you I must keep your chat number, encrypted, until then.
    .week = Ask me in a week
    .what_now = What now?

## Step 4. One next step

checkin-next = <b>One next step</b>, the one that shows the least of you:
    .will = I'll do that
    .another = Another way
    .in_the_way = Something's in the way
    .not_now = Not now
checkin-next-other = <b>Another way:</b>
checkin-way-clinician = A therapist outside your agency who knows police work. The answer below says how to find one, and what to ask before the first visit.
checkin-way-own-doctor = A counselor of your own, for you. The answer below says how to find one.
checkin-way-open = How to find one
checkin-way-more = More about it
checkin-chief = <b>What they can tell your chief:</b>
checkin-chief-family = <b>What they can pass on:</b>
checkin-chief-line = They don't work for your department.
checkin-chief-agency = Your agency pays for it or runs it.
checkin-chief-clinician = Pay for it yourself, and no claim goes through work. Ask about the limits before you start.
checkin-barrier = OK. What's in the way?
    .work_hears = Someone will find out
    .lose_job = My gun or my job
    .no_use = It won't help
    .not_bad = It's not bad enough
    .no_words = I don't know what to say
checkin-says-work-hears = You can ask them before you give a name: "What would you pass on, and to whom?" Then decide.
checkin-says-lose-job = That fear is real, and many share it. A talk with an outside line is not a fitness exam. Asking early leaves you more choices than waiting does.
checkin-says-no-use = It may not fix it. One talk is a start, and you can hang up any time.
checkin-says-not-bad = It doesn't have to be bad. People call about sleep, a fight at home, a call that won't leave.
checkin-says-no-words = You can say: "I'm not sure how to start. It's been a lot lately." They take it from there.
checkin-after-barrier = So, what about that step?
    .will = I'll try it
    .another = Another way
    .not_now = Not now
checkin-says-will = Good. A small step counts.
checkin-says-ok = OK. It's your call. The numbers stay here.
checkin-back = Shall I check back with you? To write to you I must keep your chat number, encrypted, until then.
    .tomorrow = Yes, tomorrow
    .week = Yes, in a week
    .no = No, thanks
checkin-says-tomorrow = I'll write tomorrow at about this time. One tap stops it.
checkin-says-week = I'll write in a week at about this time. One tap stops it.
checkin-will-return = I'll write in a week at about this time. One tap stops it. You can come back before that at any hour.
    .person = Someone to talk to
    .tonight = Something for tonight
    .done = That's all

## For tonight

checkin-tonight = One thing for tonight? Pick one.
    .calm = Calm down
    .sleep = Sleep
    .buddy = One person
    .drink = Go easy on drinks
    .enough = No, that's all
checkin-tip-calm = Type /calm for a short exercise. Eyes open works, too. Stop if it makes things worse.
checkin-tip-sleep = Keep the last hour dim and boring. No caffeine from five hours before bed. If you lie awake, get up, do something dull, go back when you're sleepy.
checkin-tip-buddy = Send one person one line tonight. It doesn't have to be a long talk. You can copy this:
checkin-words-buddy = Hey. Been a rough stretch. Got ten minutes to talk, or grab a coffee?
checkin-copy = Copy these words
checkin-tip-drink = A drink helps you fall asleep and then breaks the sleep. Try tonight without, or stop one earlier. If you drink a lot every day, don't stop all at once. Ask a doctor first.

## Coming back

checkin-returned = It's me, as you asked. How is it compared with last time?
    .better = Better
    .same = The same
    .worse = Worse
    .leave_me = Don't write again
checkin-says-better = I'm glad.
checkin-says-same = Thanks for saying so.
checkin-says-worse = Thanks for saying so. Let's look at it together.

## After a positive answer, for 72 hours

checkin-quiet = It has been heavy lately. For three days I leave questionnaires and tips out. A person helps more now.
    .worse = The thoughts are back
    .person = Someone to talk to
    .vent = Just let me vent
    .later = Not now
checkin-quiet-vent = Type as much as you want. I don't keep it. Leave out names and case details.
    .worse = It's getting darker
    .person = Someone to talk to
    .done = That's it for now

## When something is missing

checkin-away = I can't hold on to anything right now, so the check-in has to wait. Sorry. One thing I still ask: are you thinking about killing yourself?
checkin-away-no = Thanks for answering. Please try /check again in a while. If it can't wait:
checkin-again = I didn't get that. Tap an answer:
checkin-heard = I hear you. I don't keep what you type. When you're ready:
checkin-heard-work = That sounds like a rough call. Respect. If it brings thoughts of dying, tell me, any time.
checkin-unread = I can't hear or see that, only read. When you're ready:
checkin-who-sees = Nobody at your department sees this, and I report to nobody. I hold your answers only until we're done. Whoever holds this phone can read the chat.
checkin-people = A person, right now:
checkin-where = Back to the check-in:
checkin-old-screen = That screen is older. Here is where we are:
checkin-open = You have a check-in open. Here is where we were:
checkin-over = That check-in is over, and its answers are gone.
checkin-gone-on = That part is not there any more, so we go on:

## The end

checkin-done = That's it. Your answers are gone now. Somebody to reach, at any hour:
checkin-stopped = Stopped. Your answers are gone. If you want a person instead:
checkin-not-now = OK. Come back any time: /check. If you want a person instead:
checkin-left-alone = OK. I won't write. If you want a person, they are here:
