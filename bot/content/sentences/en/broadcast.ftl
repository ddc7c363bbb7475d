### Tips a department sends: choosing, writing, checking, approving, watching. Not yet reviewed.

## What is kept, by name

privacy-kept-broadcast = Tips of a department that are waiting, on their way or sent; their words go when they end
privacy-kept-ledger = Which tips of your department go to you, so that none comes twice
privacy-kept-watch = Which message in your chat shows how a tip is getting on
privacy-kept-reach = How many officers and family joined a department, roughly
privacy-kept-audit = What coordinators did and when, without names

## Under every tip

tip-from = <i>From your department. It can't see who got this or who read it.</i>
tip-help = Talk to someone
tip-stop = Stop these tips
tip-stopped = You left your department here. No more tips come. The tag is erased. All help still works.
tip-help-here = These people answer. You don't need a reason to call.
tip-preview = This is a preview. The button works in the real one.

## What tips are about

tip-topic-sleep = Sleep
tip-topic-shift-work = Shift work
tip-topic-stress = Stress
tip-topic-after-incident = After a bad call
tip-topic-peer-support = Peer support
tip-topic-getting-help = Getting help
tip-topic-suicide-prevention = Suicide prevention
tip-topic-family = Family
tip-topic-alcohol = Alcohol
tip-topic-money = Money
tip-topic-fitness = Fitness
tip-topic-injury = Injury
tip-topic-grief = Grief
tip-topic-retirement = Retirement
tip-topic-dispatchers = Dispatchers
tip-topic-holidays = Holidays
tip-topic-court = Court
tip-topic-leadership = Leading people

## Choosing and writing

command-broadcast = Send a tip to your department (coordinators)
broadcast-not-yours = Only coordinators of a department can send tips here. All help works without that. /start shows it.
broadcast-gone = That draft is not here any more. Nothing was sent twice. /broadcast begins a new one.
broadcast-which = For which department?
broadcast-source =
    What do you want to send?

    You see it first, the way members will. Nothing goes out before you say so.
broadcast-library = A tip from the library
broadcast-write = Write my own
broadcast-going-waiting = Waits for approval: { $topic }
broadcast-going-scheduled = Ready: { $topic }
broadcast-going-running = On its way: { $topic }
broadcast-going-paused = Paused: { $topic }
broadcast-topic = What is it about?
broadcast-tips = Pick one to read it in full.
broadcast-use = Use this one
broadcast-other-tip = Another tip
broadcast-other-topic = Another topic
broadcast-writing =
    Send me the tip now, as one message. Language: { $language }.

    Bold, italics and links stay. You can send a photo with the words as its caption. I check the words before anything goes out.
broadcast-write-in = Write it in { $language }
broadcast-without = Leave this language out
broadcast-throw-away = Throw this away
broadcast-thrown-away = Thrown away. Nothing was sent.
broadcast-no-words = A tip needs words. Send the photo again with a caption, or send text.
broadcast-too-long = That is too long for one message. 3,000 characters fit. Shorter gets read.
broadcast-too-long-photo = That is too long under a photo. 700 characters fit.
broadcast-about =
    Before we go on: is this about you?

    If it is, I drop the draft and we talk about you. If it is for the tip, we go on.
broadcast-about-me = It's about me
broadcast-about-tip = It's for the tip

## What was found in the words

broadcast-finding-must = <b>This has to change before it can go out.</b> Still to look at: { $left }.
broadcast-finding-may = <b>Worth a second look.</b> Still to look at: { $left }.
broadcast-again = Write it again
broadcast-keep = Keep my words
broadcast-written = That reads well.
broadcast-written-more = That reads well. Members with another language get it like this, unless you add theirs.
broadcast-instead = Should your new words take the place of the ones I read before? Only one version can go out.
broadcast-instead-new = Use the new words
broadcast-instead-old = Keep the earlier ones
broadcast-go-on = Go on

lint-own-danger = These words say that you yourself are in danger. They can't go out. If they are about you, tap below and we talk about you.
lint-own-danger-instead = If they are about others, write “thoughts of suicide”, and where to turn.
lint-committed = These words make suicide sound like a crime or a success.
lint-committed-instead = Write “died by suicide”, or “a suicide attempt”.
lint-method = This says how. For somebody who is at risk, a method is a hint.
lint-method-instead = Leave the way out. “Died by suicide” is enough.
lint-method-place = This says how or where somebody died. Details like these are known to lead to more deaths.
lint-method-place-instead = Leave out the place, the weapon and any note. Say what help there is.
lint-confidential = This promises more than anybody can keep. Every service has limits, and members find out.
lint-confidential-instead = Say who can see what, and when they have to speak up: “The peer team doesn't tell the chief, except when a life is at risk.”
lint-shame = This blames. Somebody who thinks of suicide will hear that you mean them, and stay silent.
lint-shame-instead = Say what you would say to a friend: “This can happen to anybody who carries a lot. We want to hear from you.”
lint-glory = This makes dying sound like relief or honor.
lint-glory-instead = Honor how they lived. Don't give a meaning to how they died.
lint-single-cause = This names one cause. There is never only one.
lint-single-cause-instead = Write “many things came together”, and leave out the rest.
lint-alarm = Alarming words make it sound normal or unstoppable.
lint-alarm-instead = Use plain words, with a number and its source, and say that help works.
lint-everybody = This makes suicide sound like what everybody does.
lint-everybody-instead = Say that most people who have such thoughts get through them, and how.
lint-verdict = This tells people what they have, or promises a cure. A tip can't know that.
lint-verdict-instead = Say what people may notice, and who to talk to about it.
lint-duty = This sounds like an order. Help that feels like an order is not used.
lint-duty-instead = Invite: “You can …”, “If you want …”.
lint-reply = Nobody reads answers here, and I can't pass them on.
lint-reply-instead = Give a number or a name that people can reach.
lint-report-a-colleague = This asks people to name a colleague. Then nobody trusts this channel again.
lint-report-a-colleague-instead = Say how to help a colleague: ask, listen, stay, and call together.
lint-tracking = This link is short or carries a tracker. It tells somebody who opened it.
lint-tracking-instead = Use the plain full address of the page, without anything after a question mark.
lint-plain-link = This link is not encrypted. Anybody on the same network can see what is read.
lint-plain-link-instead = Use the address that begins with https.
lint-person = This seems to name a person.
lint-person-instead = Write about nobody who could be known by it. Naming a peer supporter who agreed is fine.
lint-place = This does not say where to turn. A button for help goes below it, but the words count more.
lint-place-instead = End with one place: a number, the peer team, the EAP, a chaplain. In the US: “Call or text 988”.
lint-statistics = A number without a source is guessed at, and repeated.
lint-statistics-instead = Say where it is from and which year, or leave it out.
lint-grade = This is hard to read on a phone after a shift.
lint-grade-instead = Shorter sentences. One idea each. Everyday words.

## To whom and when

broadcast-audience = Who is it for?
broadcast-to-officers = Officers
broadcast-to-family = Family
broadcast-to-both = Officers and family
broadcast-time =
    When should it go out? You can also type a time: 14:30, tomorrow at 8, in 2 hours, or 2026-12-24 09:00.

    Your clock: { $zone }.
broadcast-no-time = I can't read that as a time to come. Type 14:30, tomorrow at 8, in 2 hours, or 2026-12-24 09:00, or tap a button.
broadcast-too-far = That is too far ahead. A tip can be planned up to { $days } days from now. Type an earlier time, or tap a button.
broadcast-at-now = Now
broadcast-at-hour = In an hour
broadcast-at-tomorrow = Tomorrow at 9:00
broadcast-at-monday = Next Monday at 9:00
broadcast-waking-on = Only 8:00 to 20:00 where they are: yes
broadcast-waking-off = Only 8:00 to 20:00 where they are: no
broadcast-confirm = Above is what members get. Languages: { $languages }.
broadcast-confirm-whom = To: { $whom }. Joined: { $reach }, counted once a week.
broadcast-when-now = When: now.
broadcast-when-at = When: { $day }, { $time } ({ $zone }).
broadcast-confirm-waking = Whoever is asleep gets it in their morning.
broadcast-confirm-any-hour = It goes out at any hour, also at night.
broadcast-confirm-second = Another coordinator has to approve it first.
broadcast-hand-in = Ask for approval
broadcast-send = Send it
broadcast-change-time = Change the time
broadcast-handed-in = Handed in.

## How it is getting on

broadcast-state-waiting = <b>Waiting for a second coordinator.</b>
broadcast-state-scheduled = <b>Ready.</b> It goes out by itself.
broadcast-state-running = <b>On its way.</b>
broadcast-state-paused = <b>Paused.</b> Nothing goes out until you say so.
broadcast-state-done = <b>Done.</b>
broadcast-state-cancelled = <b>Cancelled.</b> Some may have it already.
broadcast-state-cancelled-unsent = <b>Cancelled.</b> Nothing was sent.
broadcast-state-declined = <b>Declined.</b> Nothing was sent.
broadcast-state-expired = <b>Ended after 30 days.</b> Some may not have it.
broadcast-about-what = { $topic }, to { $whom }. Joined: { $reach }.
broadcast-no-bar = With this many people it takes less than a minute, or until the last one is awake. I show no bar, so that nobody can be counted by it.
broadcast-pace = About { $rate } a second. { $minutes ->
        [one] About a minute left.
       *[other] About { $minutes } minutes left.
    }
broadcast-report = Not reached: { $missed }. They left, stopped the bot, or are not to be written to now. I never say which.
broadcast-report-unsure = Not sure: { $unsure }. If anything broke on the way, some may have it and some not. It is not sent again.
broadcast-declined = Another coordinator declined your tip: { $topic }. Nothing was sent. Ask them why, then begin a new one with /broadcast.
broadcast-alone = Nobody else coordinates your department now, so nobody can approve your tip: { $topic }. Cancel it and send it again with /broadcast: alone you need no approval. Or have whoever runs this bot invite a second coordinator.
broadcast-late = It is time for your tip ({ $topic }), and nobody has approved it yet. It goes out once another coordinator does. Remind them, or cancel it.
broadcast-let-go = You don't coordinate this department any more. There is nothing to do here.
broadcast-act-approve = Approve
broadcast-act-decline = Decline
broadcast-act-pause = Pause
broadcast-act-resume = Go on
broadcast-act-cancel = Cancel it
