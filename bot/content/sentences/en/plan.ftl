# My plan: our own words. Labels are at most 40 characters.

command-plan = My plan for bad hours

plan-begin =
    <b>My plan</b>

    A short list for bad hours: what you notice first, what helps, who to call. It takes about five minutes. It is a list, not a promise.

    I hold your words only while we write, encrypted, a few hours at most. Then the plan is one message in this chat, pinned at the top, and I keep no copy. Whoever holds your phone can read it, and it stays with Telegram like everything here.
    .start = Let's start
    .later = Not now
plan-later = Fine. /plan brings it back any time.

plan-warning =
    <b>1 of 6. How it starts</b>

    What tells you that a bad stretch is coming? Tap what fits.
    .sleep = I stop sleeping
    .snap = I snap at people
    .alone = I stay away from everyone
    .drink = I drink more
    .numb = I feel nothing
    .replay = A call keeps playing in my head
plan-helps =
    <b>2 of 6. What helps me</b>

    What has taken the edge off before, that you can do by yourself?
    .move = A walk or a workout
    .breathe = Slow breathing
    .shower = A hot shower
    .music = Music
    .animal = Time with my dog
    .hands = Something with my hands
plan-places =
    <b>3 of 6. Places</b>

    Where can you go so that your mind gets a break? Who is easy to be around?
    .gym = The gym
    .outside = Out in nature
    .coffee = A coffee shop
    .relatives = A relative's place
    .faith = Church, mosque or temple
    .friends = Friends who don't talk shop
plan-people =
    <b>4 of 6. People</b>

    Who can know that it is bad? A name is best, with a number. Just type it.
    .partner = My partner
    .friend = A friend
    .relative = Someone in my family
    .colleague = A colleague I trust
    .retired = Someone retired from the job
plan-name =
    One name makes this plan a lot stronger. Who would pick up, even at 3 a.m.?

    Type a name, or a name and a number. I tell nobody, and it stands only in your plan.
    .without = Go on without a name
plan-pros =
    <b>5 of 6. Professionals</b>

    Who helps for a living? The crisis lines of your country come at the end by themselves.
    .doctor = My doctor
    .counselor = My counselor
    .chaplain = A chaplain
    .peer = A peer supporter
    .eap = The EAP
plan-safer =
    <b>6 of 6. Making it safer</b>

    In a bad hour, distance gives you time. What could be out of reach for now? It is your choice, and only for a while.

    Before you hand in a duty weapon, ask what happens next. Rules for lending guns differ, so check yours.
    .locker = Duty weapon stays in the locker
    .hold = Someone I trust keeps my guns
    .key = Locked, someone else has the key
    .pills = No spare pills at home
    .drink = No alcohol at home
    .away = I stay at somebody's place
plan-type = You can type your own lines, too. Tap a line again to take it off.
plan-full = That is enough for this part. Take one off to add another.
plan-too-long = That is too long for a bad hour. Try it in one short line.
plan-next = Next
plan-back = Back
plan-stop = Stop and keep nothing
plan-stopped = Gone. I keep nothing of it. What you typed still stands in this chat; hold a message to delete it.

plan-review =
    This is how it will look:
    .done = Put it in this chat and pin it
    .back = Change something
plan-title = <b>My plan</b>
plan-head-warning = How it starts
plan-head-helps = What helps me
plan-head-places = Where I can go
plan-head-people = Who I tell
plan-head-pros = Who helps for a living
plan-head-safer = What makes it safer
plan-head-lines = <b>If it gets too much</b>
plan-empty = Nothing is in it yet. Go back and tap one thing, even a small one.
plan-done = Your plan stands at the top of this chat. I keep no copy. What you typed on the way still stands above it; hold a message to delete it. For a new plan: /plan.
plan-done-unpinned = Your plan is in this chat, but I could not pin it. Hold the message and choose Pin. I keep no copy.
plan-not-sent = It did not get through just now. Your plan is still here, please tap again.
