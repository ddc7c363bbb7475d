### /library: what to read, hear or learn. Not yet reviewed.

command-library = Courses, podcasts, short answers
menu-library = Read, listen, learn
shelf-ask = Something to read, hear or learn. Pick a shelf. Looking for a person to talk to? Use /find.
shelf-title = <b>{ $name }</b>
shelf-plain = Tap a number for details.
shelf-answers-length = Short answers, about a minute each. Tap a number.
shelf-course-times = Where we know how long it takes, it says so. Some are given to agencies only. Tap a number.
shelf-old-episodes = Newest first. The Beat's episodes are from 2013 to 2020. Check any number they mention before you use it.
shelf-old-reports = Some of these are years old; each says what we know of its date. Tap a number.
shelf-length-short = Under 2 hours
shelf-length-day = Up to a day
shelf-length-long = More than a day
shelf-all = Whole shelf
shelf-others = Other shelves
shelf-empty = There is nothing on this shelf for where you are.

need-shelf-courses = Courses and training
need-shelf-podcasts = Podcasts
need-shelf-reports = Reports, guides, reviews
need-shelf-forums = Forums and groups
need-shelf-websites = Websites
need-shelf-answers-private = Privacy, job and stigma
need-shelf-answers-help = How getting help works
need-shelf-answers-dark = Dark days, worry, suicide
need-shelf-answers-calls = After bad calls
need-shelf-answers-body = Sleep, drinking, fitness
need-shelf-answers-home = Home, family and loss
need-shelf-answers-money = Money, injury, retirement
need-shelf-answers-agency = For agencies
need-shelf-answers-bot = About this bot
