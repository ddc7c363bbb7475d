### What coordinators see of a finished quarter, and the one anonymous question. Not yet reviewed.

privacy-kept-count = Totals of this quarter for a department, without people or times; they go when the quarter is over
privacy-kept-quarter = What coordinators may see of past quarters: ranges, never under 11
privacy-kept-pulse = Which tip carries the question of the quarter
privacy-kept-pulse-answered = That you answered the question of a quarter, so that it counts once. Not what you answered
privacy-moment-quarter = the first day of that quarter

command-stats = Coordinators: how your department's tips are doing
department-stats = Is it working?
stats-none-yours = /stats is for coordinators of a department. There is nothing about you in it.
stats-head = <b>{ $department }, quarter by quarter</b>
stats-none = No quarter has ended yet. Numbers come once, when a quarter is over, and never change.
stats-quarter = <b>{ $quarter }</b>
stats-quarter-name = { $year }, { $number ->
        [1] January to March
        [2] April to June
        [3] July to September
       *[other] October to December
    }
stats-tips = Tips sent: { $count }
stats-joined = Joined at the end: { $band }
stats-stayed-band = Share who stayed: { $least }% to { $most }%
stats-stayed-most = Share who stayed: { $least }% or more
stats-help = Tapped "help" under tips: { $band }
stats-question = "{ $question }" yes: { $yes }; partly: { $partly }; no: { $no }
stats-hidden = not shown
stats-between = { $least } to { $most }
stats-many = more than { $most }
stats-small = Too few joined for any number about them.
stats-how =
    Ranges only. "Not shown" stands for fewer than 11, and for whatever would give such a number away. Totals are of the whole department; there is no way to ask about fewer people. Nothing here comes from check-ins or from what people write.

    "Help" counts each person once a quarter; after a restart some may count twice. Who joined in the same month, and coordinators, are not counted.

## The one question, under one tip a quarter

pulse-ask-helped = One question, no names: did these tips help?
pulse-ask-private = One question, no names: does this feel private?
pulse-question-helped = Did these tips help?
pulse-question-private = Does this feel private?
pulse-yes = Yes
pulse-partly = Partly
pulse-no = No
pulse-thanks = Thank you. Your answer became one mark in a total, without a name or a time. Coordinators see a range when the quarter is over, never under 11.
pulse-over = That question is over, or you answered it before. Thank you.
