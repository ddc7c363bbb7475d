### Short practices that people ask to be sent, their timing, and the eight weeks. Not yet reviewed.

command-prompts = Short practices, timed to your shifts
menu-prompts = Short practices

## Asking for them

prompts-intro =
    <b>Short practices, when you want them</b>
    One to three minutes each: breath, body, sleep, anger, coming home. I send two a week, never more than one a day, at a time you pick, off duty and awake.

    You can stop with one tap. Nobody is told that you get them. While you get them I keep your chat number and what you pick here, encrypted.
prompts-begin = Yes, two a week
prompts-show-one = Show me one now
prompts-eight-weeks = Eight weeks
prompts-back = Back to prompts

## Where you are in time

prompts-zone-ask = Where are you? I only need it for the clock. Tap one, or type your city.
prompts-zone-button = { $place }, { $clock }
prompts-zone-none = None of these
prompts-zone-clock = What does your clock show now? Tap the hour, or type your city. By the hour alone I don't know about summer time.
prompts-zone-unknown = I don't know that place. Tap what your clock shows, or type a bigger city near you.
prompts-zone-set = OK, { $place }: { $clock } now.

## The window

prompts-window-ask = When should they come? Any minute inside the time you pick. With your shifts on, I skip work and sleep.
prompts-window-any = Any time I'm awake and off
prompts-window-set = OK, between { $from } and { $to }.
prompts-window-anytime = OK, any time you're awake and off duty.

## How it stands

prompts-on = <b>Prompts are on</b>
prompts-state-paused = <b>Prompts are paused</b>
prompts-state-weekly = { $count ->
        [one] Once a week at most.
        [2] Twice a week at most.
        [7] Once a day at most.
       *[other] { $count } times a week at most.
    }
prompts-state-hard = Only on hard days: that day and the two after, once a day at most. Tap "Hard day" when it was one.
prompts-state-window = Between { $from } and { $to }, { $place } time.
prompts-state-any-time = Any time you're awake and off duty, { $place } time.
prompts-state-course = Eight weeks: week { $week }. One short message a day.
prompts-state-course-waits = Eight weeks: waiting for you at week { $week }.
prompts-state-shifts = Your shifts are set. Today: { $today }.
prompts-state-no-shifts = I don't know your shifts yet.
prompts-state-on-duty = On duty is fine, too.
prompts-state-next = Next one: { $day }.
prompts-state-never = With your shifts, that time is always work or sleep. Pick another time.
prompts-duty-day = day shift
prompts-duty-night = night shift
prompts-duty-off = off

prompts-hard-day = Hard day
prompts-set-window = Time
prompts-set-shifts = My shifts
prompts-set-pace = How often
prompts-set-topics = Topics
prompts-set-place = Where I am
prompts-set-duty-on = On duty is fine, too
prompts-set-duty-off = Not on duty
prompts-pause = Pause
prompts-resume = Go on now
prompts-stop = Stop these

## How often, and what about

prompts-pace-ask = How many a week? If you don't tap any for a while, I write less by myself. After 30 quiet days I ask once, then stop.
prompts-pace-1 = One
prompts-pace-2 = Two
prompts-pace-3 = Three
prompts-pace-7 = One a day
prompts-pace-hard = Only on hard days
prompts-topics-ask = Tap what you want to hear about. Nothing ticked means everything. Written for:
prompts-topic-on = ✓ { $topic }
prompts-topics-done = Done
prompts-reader-officer = Officers
prompts-reader-dispatcher = Dispatchers
prompts-reader-family = Family
prompts-theme-breath = Breath
prompts-theme-body = Body
prompts-theme-attention = Attention
prompts-theme-sleep = Sleep
prompts-theme-anger = Anger
prompts-theme-after_call = After a bad call
prompts-theme-connection = People
prompts-theme-meaning = Why we do this
prompts-theme-home = Home
prompts-theme-food_and_movement = Food and movement

## Shifts

rota-ask = How do you work? I use it to stay out of your duty and your sleep. It is kept encrypted.
rota-pattern-fixed_days = Fixed days
rota-pattern-fixed_nights = Fixed nights
rota-pattern-four_on_four_off = 4 on, 4 off
rota-pattern-pitman = Pitman 2-2-3
rota-pattern-dupont = DuPont
rota-own = My own cycle
rota-none = No shifts
rota-kind-ask = Days, nights or both?
rota-kind-days = Days
rota-kind-nights = Nights
rota-kind-both = Both, in turn
rota-off-ask = Which days are you off?
rota-off-pair = { $first } and { $second }
rota-today-ask =
    This is the cycle, row by row. D is a day shift, N a night, – is off; the number counts the days in a row.
    Tap the square that is today. A night belongs to the day it starts.
rota-square-D = D{ $number }
rota-square-N = N{ $number }
rota-square-off = –{ $number }
rota-own-ask = Tap your cycle day by day, from its first day until it begins again.
rota-own-so-far = So far: { $cycle }
rota-own-D = Day
rota-own-N = Night
rota-own-off = Off
rota-own-undo = Undo
rota-own-done = That's the cycle
rota-hours-ask = When does your shift run?
rota-hours-day = Day shift { $from }–{ $to }
rota-hours-night = Night shift { $from }–{ $to }
rota-hours-change = Change the hours
rota-set = OK. I stay out of your duty hours and your sleep.
rota-cleared = OK, no shifts.

## A prompt's four answers

prompts-did = Did it
prompts-later = Not now
prompts-refuse = Not for me
prompts-did-thanks = Good. That's all.
prompts-later-ask = OK. Until when?
prompts-later-tomorrow = This one again tomorrow
prompts-later-week = A week off
prompts-later-month = A month off
prompts-later-tomorrow-set = OK, this one again tomorrow.
prompts-later-set = OK, nothing before { $day }.
prompts-refused = OK, you won't get that one again.
prompts-refuse-theme = Nothing about: { $topic }
prompts-refused-theme = OK, nothing about that any more. "Topics" in /prompts brings it back.
prompts-stopped = Stopped. What I kept for it is erased. /prompts starts again any time.
prompts-not-on = Prompts are not on. Nothing is sent to you.

## Hard days, pauses, silence

prompts-hard-heard = I'm sorry it was one. Here is something small for now. For three days I only pick what is light to read.
prompts-hard-not-on = I'm sorry it was one. Here is something small for now.
prompts-hard-call = It was a call
prompts-hard-another = Another one
prompts-none-left = You have seen everything that fits in the last 60 days. More comes back in a while.
prompts-still = I've been sending you short practices, and it's been quiet for a month. Still want these? If you don't answer, I won't ask again and nothing more comes.
prompts-still-yes = Yes, keep them coming
prompts-still-no = No, stop
prompts-quiet = It's quiet here for a few days. After that prompts go on.

## Eight weeks

course-begin = Start week 1
course-week = <b>Week { $week }: { $title }</b>
course-read = Read week { $week }
course-next = Next
course-previous = Back
course-page = { $page } of { $pages }
course-too-much = This makes it worse
course-leave = Leave the eight weeks
course-left = You left the eight weeks. Where you were is erased.
course-on = Go on
course-again = Week { $week } again
course-set = OK. Week { $week } starts with your next message.
course-started = OK. Week 1 starts with your next message; you can read it now, too.
course-here = You are at week { $week }.
course-keep = Some things worth keeping:
course-then-prompts = Two short prompts a week
