# What is said to words typed instead of tapping. Not yet reviewed.

checkin-done-ask = We aren't through yet. "Stop here" ends it, and your answers are gone. Or answer this one:
checkin-vent-heard-more = Still with you. Take your time.
checkin-vent-heard-still = I'm reading all of it. What else?
checkin-vent-heard-person = I'm here, and I'm a program. If a voice would do you good, tap "Someone to talk to". Or just go on.
checkin-took = I took that as: { $answer }.
plan-again = Back to your plan. Your line stands in it.

command-menu = The menu
command-settings = Language and country
prompts-typed-leave = Or type "stop" to leave this.
prompts-typed-window = I didn't get that. Tap a time, or type one: "8 am", "20:30", "evening".
prompts-typed-rota = I didn't get that. Tap how your days run. The hours come after it.
prompts-typed-tap = I didn't get that. Tap one of these, please.

talk-bye = Take care. I'm here at any hour. If this is a hard goodbye, stay a moment and tap the button for someone now.
talk-news = That's good news. Glad you told me. Ask me any time about sleep, stress, family, or where to get help.
talk-hello = All right here. I'm a program, but I'm awake. Ask me about sleep, stress, drinking, family, or where to get help.
talk-chat = OK. I'm a program, so I'm better with questions: sleep, stress, drinking, family, money, or where to get help. If something weighs on you, just say it.
