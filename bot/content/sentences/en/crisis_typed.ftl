### What is said to words typed in the middle of the crisis protocol. No emojis here. Not yet reviewed by a clinician.
### Which words mean what: content/flows/heard.toml. What follows: content/flows/crisis.toml.

## A number that stays visible: two short lines

crisis-short-emergency = Emergency: <b>{ $number }</b>
crisis-short-line = Someone to talk to, any hour: <b>{ $number }</b>
crisis-short-line-text = Call or text any hour: <b>{ $number }</b>
crisis-card-cannot-call = I can't call for you. Call now, or have someone near you call.
crisis-card-emergency-first-other = <b>Call { $number } now.</b> Stay with them if it is safe for you.
crisis-card-named = For { $country }: emergency <b>{ $emergency }</b>, any hour <b>{ $number }</b>

## Words that lead nowhere are listened to, each time in other words

crisis-heard-with-you = I'm with you. One line, one word, anything counts.
crisis-heard-someone = I read every word. Please let a person hear them, too.
crisis-heard-home = I'm here. You can type: he is here. I'm out. I can't get out.
crisis-heard-home-more = I'm still here. If it is not safe to write, call or get out first.
crisis-said-which = I want to get you right. Tap what fits best, or say it in a few words.

## Short answers, while the step stays open

crisis-said-thanks = You're welcome. I stay here. Write any time.
crisis-said-ok = OK. I'm here.
crisis-said-better = I'm glad it is a bit easier. If it turns, one word is enough.
crisis-said-joke = OK. I'd rather ask once too often. If any of it was true, I'm here.
crisis-said-number = Here are the numbers:
crisis-said-call = Yes. Call. You don't have to be sure, and you don't have to know what to say.
crisis-said-no-answer = That is hard. Try the next number, or go to a person.
crisis-said-arrived = Good. Tell them what happened, as it is. I'm here if you need me.
crisis-said-called = Good. Stay on the phone with them if you can.
crisis-said-calling = Good. Do it now, before anything else. I'm here when you're back.
crisis-said-do-it = Good. Do it now. I'm here when you're back.
crisis-said-stay = Good. Stay where they can find you. I'm here.
crisis-said-have-them-call = Good that you are not alone. Ask them to call now, and stay with them.
crisis-said-body = Call now, or have someone call. Don't wait for it to pass, and don't go to sleep.
crisis-said-means = Put space between you and it now. Another room, or outside, where someone is.
crisis-said-means-other = Say it when you call. Don't grab it, don't fight over it. Keep your own distance.
crisis-said-put-away = Good. That took something. Now step away from it, and don't stay alone.
crisis-said-kids = They shouldn't have to carry this. A grown-up should be with you, too.
crisis-said-alive = Good. Stay on the phone with emergency and do what they tell you.
crisis-said-home-near = Get to a door or window if you can. Stay out of the kitchen. Call when you can, even without speaking.
crisis-said-out = Good. Stay where people are. Don't go back alone.
crisis-said-gone = Then this may be the moment to get out, or to call. You decide.
crisis-said-this-hour = OK. Tomorrow or later, then, at about this hour.
crisis-said-when = I can come back in 20 minutes, or tomorrow at this hour. Type "20" or "tomorrow".
crisis-said-tomorrow-only = I can ask tomorrow at about this hour. Is that OK?
crisis-cleared-promise = /start opens the menu. I won't write first.
crisis-said-erase-tap = Typing erases nothing. To erase everything, tap the button above.
