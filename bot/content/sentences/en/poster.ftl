### The printed roll-call poster. Each part stands beside its Spanish twin on one page. Not yet reviewed.

poster-title = Scan to join { $department }
poster-what = Short tips now and then, and help any time: for you, for a colleague, for family.
poster-phone = Use your own phone, not a department phone.
poster-sees-head = What { $department } can see
poster-sees = Roughly how many people joined: a range, counted once a week, never a number under 11. For each past quarter, rough totals, never under 11.
poster-sees-not-head = What it can't see
poster-sees-not = That you joined. Who you are. What you write or look up. Whether you asked for help.
poster-limit-head = The limit
poster-limit = Whoever runs the server and holds its secret key could check if a Telegram account has joined. What you write is not stored by this bot. Telegram keeps its own copy of the chat.
poster-leave = You don't have to join. All help works without it. You can leave with one tap.
poster-bot = It is a program, not a person. Nobody is watching the chat.
poster-danger = In danger now, or worried about somebody?
poster-search = No camera? Open this in Telegram:
