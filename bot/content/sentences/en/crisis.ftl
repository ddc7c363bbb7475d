### The crisis card and what follows it. No emojis here. One idea a message. Not yet reviewed by a clinician.
### Steps and their order: content/flows/crisis.toml. The reasons: docs/crisis-protocol.md.

## The card. Its first line is the number.

crisis-card-call-text = <b>Call or text { $number } now.</b> Someone answers, day and night.
crisis-card-call = <b>Call { $number } now.</b> Someone answers, day and night.
crisis-card-call-es = <b>Call { $number } now.</b> For Spanish, press 2.
crisis-card-name = { $name }: <b>{ $number }</b>
crisis-card-name-es = { $name }: <b>{ $number }</b>. For Spanish, press 2, or text AYUDA.
crisis-card-name-text = { $name }: call or text <b>{ $number }</b>
crisis-card-police = Police only: <b>{ $number }</b>. { $name }. { $who }
crisis-card-police-family = For police families, too: <b>{ $number }</b>. { $name }. { $who }
crisis-card-text = Can't talk out loud? Text <b>{ $keyword }</b> to <b>{ $number }</b>.
crisis-card-text-plain = Can't talk out loud? Text <b>{ $number }</b>.
crisis-card-chat = Or type with a person: { $url }
crisis-card-emergency = In danger this minute: <b>{ $number }</b>. It may bring officers you know. Your life comes first.
crisis-card-emergency-first = <b>Call { $number } now.</b> It may bring officers you know. Your life comes first.
crisis-card-emergency-home = In danger this minute: <b>{ $number }</b>. If they are an officer, say so right away.
crisis-card-emergency-other = In danger this minute: <b>{ $number }</b>. It may bring officers you both know. A life comes first.
crisis-card-emergency-known = In danger this minute: call the emergency number. Your life comes first.
crisis-card-emergency-unknown = In danger this minute: call your local emergency number.
crisis-card-all-met = You have seen every line I know. Any of them still answers. So may a person you trust.
crisis-card-directory = Find a line in your country: { $url }
crisis-card-self = I'm glad you wrote. You don't have to do this alone.
crisis-card-program = I'm a program, not a person. Nobody here reads along, and I tell nobody. I stay here.
crisis-card-acute = If you took something or got hurt, call even if you feel fine. Unlock the door. Go where someone is, away from anything you could use.
crisis-card-poison = Took something? Poison control: <b>{ $number }</b>.
crisis-card-others = You said it. That counts. Put space between you and them now. The same lines help with this.
crisis-card-home = It is not your fault.
crisis-card-home-quick = If someone may look at this phone, one tap below empties this chat. You can come back any time.
crisis-card-home-line = Someone who knows this, day and night: <b>{ $number }</b>
crisis-card-home-text = Safer to type? Text <b>{ $keyword }</b> to <b>{ $number }</b>
crisis-card-concern = You noticed. That can save a life. You don't have to carry this alone either.
crisis-card-concern-emergency = If they are in danger this minute: <b>{ $number }</b>. Stay with them if it is safe for you.
crisis-card-concern-line-text = <b>Call or text { $number }.</b> They help people who worry about someone, too.
crisis-card-concern-line = <b>Call { $number }.</b> They help people who worry about someone, too.
crisis-card-minor = You did right to say it. This is too heavy to carry alone, at any age.
crisis-card-bereaved = I'm so sorry. A loss like this hits hard. You don't have to be alone with it. Someone to talk to, at any hour:
crisis-card-elsewhere = Numbers for another country
crisis-card-again = I'm still here. The numbers above still work.
crisis-card-floor = If you are in danger, call your local emergency number. Find a line near you: https://findahelpline.com

## Words to copy and send

crisis-words = Words you can copy:
crisis-copy = Copy these words
crisis-words-trusted = I'm having a really bad night and I don't want to be alone. Can you come over, or stay on the phone with me?
crisis-words-now = I need help right now. Please call the emergency number for me, ask for an ambulance, and come to me.
crisis-words-line = I'm having thoughts of killing myself. I need to talk.
crisis-words-home = I'm not safe. Please call the emergency number for me. Don't call or text me back.
crisis-words-minor = I'm thinking about hurting myself and I need you to stay with me.
crisis-words-plan =
    When it gets bad:
    1. I notice it by:
    2. What helps me on my own:
    3. Where I go, who I sit with:
    4. Who I call:
    5. A line I call:
    6. Who holds my guns or pills:

## The way out, at home

crisis-clear = Empty this chat now
crisis-cleared = /start opens the menu.

## One plain question

crisis-asked = I want to ask you straight, because it matters. Are you thinking about killing yourself?
    .yes = Yes
    .no = No
    .already = I already did something
    .other = It's about someone else
    .work = It's about a call or work
    .rather_not = I'd rather not say
crisis-asked-again = I asked before. I ask again because of what you just wrote.
crisis-asked-acute = I want to get this right, because it matters. Did you take or do something to end your life?
    .yes = Yes
    .thoughts = No, but I think about it
    .other = Someone else did
    .no = No, nothing like that
    .rather_not = I'd rather not say
crisis-asked-others = I want to ask you straight, because it matters. Are you afraid you might hurt someone?
    .yes = Yes
    .i_hurt = I already hurt someone
    .me = I think about killing myself
    .no = No
    .work = It's about a call or work
crisis-asked-other = I want to ask you straight, because it matters. Is someone thinking about killing themselves?
    .other = Yes, someone I know
    .me = Yes, me
    .already = Something was already done
    .no = No
    .work = It's about a call or work
crisis-asked-minor = I want to ask you straight, because it matters. Are you thinking about killing yourself?
    .yes = Yes
    .no = No
    .already = I already did something
    .other = It's about someone else
    .rather_not = I'd rather not say
crisis-asked-no = OK. Thank you for telling me. What you wrote still sounds heavy.
    .talk = I want to get it out
    .person = Talk to a person
    .maybe = Maybe a little, yes
    .fine = I'm OK for now
crisis-asked-work = That sounds like a rough one. Calls like that stay with people. Does it bring thoughts of killing yourself?
    .mine = Yes, a bit
    .talk = No, but I want to talk
    .fine = No, I'm OK
crisis-vent = Type as much as you want. I don't keep it. Leave out names and case details.
    .person = Talk to a person
    .ground = Help me calm down
    .enough = That's enough for now

## From the check-in: item 5 of the ASQ, word for word

crisis-checkin-now = You don't have to explain anything. One more question, because it matters. Are you having thoughts of killing yourself right now?
    .yes = Yes
    .no = No
    .already = I already did something
    .rather_not = I'd rather not say

## About oneself, one step at a time

crisis-together-first = Thank you for being honest. That took guts. People come through this. Is someone you trust with you right now?
    .yes = Yes, someone is here
    .no = No
    .rather_not = I'd rather not say
crisis-together-soft = That's OK. You don't have to say. Is someone you trust with you right now?
    .yes = Yes, someone is here
    .no = No
    .rather_not = I'd rather not say
crisis-together-worse = I'm glad you told me. Is someone you trust with you right now?
    .yes = Yes, someone is here
    .no = No
    .rather_not = I'd rather not say
    .already = I already did something
crisis-together = Is someone you trust with you right now?
    .yes = Yes, someone is here
    .no = No
    .rather_not = I'd rather not say
    .not_me = This isn't about me
crisis-not-me = Just so I get it right: who is it about?
    .mine = It is about me
    .other = Someone I know
    .work = A call at work
    .mistake = I meant it another way
crisis-tell-them = Good. Tell them you're not OK and ask them to stay. You can show them these words.
    .told = They know
    .cannot = I can't tell them
crisis-alone = Being alone makes this harder. Who could come, or stay on the phone? It doesn't have to be a long talk.
    .sent = I asked someone
    .nobody = There's nobody right now
crisis-plan = One more straight question. Do you have a plan to kill yourself, or a time in mind?
    .today = Yes, today or tonight
    .later = Yes, but not today
    .none = Thoughts, but no plan
    .rather_not = I'd rather not say
crisis-soon = Thank you for telling me. Don't be alone with this today. Call now, or have someone take you to an emergency room.
    .coming = I'm getting to someone
    .cannot = I can't call
    .wont = I don't want to
crisis-soon-wont = OK. You wrote to me, so some part of you wants a way through. What could you do first?
    .away = Get away from what I'd use
    .line = Talk to a line instead
    .reasons = I have reasons not to call
crisis-distance = Is a gun, or anything else you could use, close to you right now?
    .yes = Yes
    .no = No
    .rather_not = I'd rather not say
crisis-distance-ways = The worst minutes pass. Distance gets you through them. It's for now, it's your choice, and I tell nobody. What could you do?
    .lock = Lock it, give the key away
    .locker = Leave the duty gun at work
    .hold = Someone holds it for me
    .leave = Go somewhere else
    .not_now = Not now
crisis-distance-hold = Someone you trust can hold it for a while. You can say: "Hold on to this for me. I'll explain later." Rules on handing over a gun differ, so check yours.
    .next = They'll hold it
    .other_way = Another way
crisis-distance-duty = Your own locker at end of shift is your choice. Handing the gun in can have consequences at work. Ask what happens next before you do. If you are off shift, pick another way for now.
    .next = I'll do that
    .other_way = Another way
crisis-distance-done = Do that now, before anything else. I'm here when you're back.
    .next = Done
    .other_way = Another way
crisis-distance-not-now = OK. It's your call. Could you step into another room, or outside, for ten minutes?
    .step_away = I'll step away
    .next = What else is there?
crisis-reach = Next step: a voice. You don't need to know what to say. "I'm not OK and I need to talk" is enough.
    .doing = I'm doing it now
    .silent = I can't talk out loud
    .someone = Rather someone I know
    .not_now = I don't want to
crisis-text-instead = Then type. A person answers in writing.
    .doing = I'm doing it now
    .someone = Rather someone I know
    .not_now = I don't want to
crisis-barrier = OK. No pressure. What's in the way?
    .work_hears = Someone will find out
    .lose_job = I'd lose my gun or job
    .cops_come = I don't want cops at my door
    .no_use = It won't help
    .no_words = I don't know what to say
    .leave_me = Leave me alone
crisis-barrier-work = An outside line does not report to your department. The limit: if they believe a life is in danger right now, they may send help. You can ask first what they pass on, before you give a name.
    .doing = I'll try it
    .someone = Rather someone I know
    .ground = Not yet
crisis-barrier-job = That fear is real, and many share it. Talking to an outside line is not a fitness exam. Asking early leaves you more choices than waiting does.
    .doing = I'll try it
    .someone = Rather someone I know
    .ground = Not yet
crisis-barrier-cops = Most of the time it ends with a talk. They may send someone when a life is in danger and nothing else works. You can start with: "I want to talk. I don't want anyone sent."
    .doing = I'll try it
    .someone = Rather someone I know
    .ground = Not yet
crisis-barrier-hope = It can feel that way tonight. A feeling this strong still passes. People who were sure nothing would help have come through. One talk is a start, not a fix.
    .doing = I'll try it
    .someone = Rather someone I know
    .ground = Not yet
crisis-barrier-words = You can read this out loud. They take it from there.
    .doing = I'll try it
    .someone = Rather someone I know
    .ground = Not yet
crisis-ground = Just the next ten minutes. Put both feet on the floor. Press them down. Name five things you can see.
    .more = More of this
    .person = Talk to a person
    .next = What's next?
crisis-ground-more = Breathe in through the nose. Let it out slowly through the mouth, longer than it went in. Five times. Drink some water.
    .again = Again
    .person = Talk to a person
    .next = What's next?
crisis-shall-i-return = Shall I come back in 20 minutes and ask how it went? To write to you I must keep your chat number, encrypted, until then.
    .yes = Yes, come back
    .no = No, thanks
crisis-will-return = I'll write to you in 20 minutes. You can write any time before that.
    .ground = Help me until then
    .distance = Get some distance
    .dont = Don't write to me

## Coming back, because it was asked for

crisis-returned = It's me again, as promised. Did you reach someone?
    .yes = Yes
    .not_yet = Not yet
    .worse = It's worse
    .leave_me = Leave me alone
crisis-in-the-way = OK. What got in the way? We try another door.
    .no_answer = Nobody picked up
    .silent = I can't talk out loud
    .reasons = I have reasons not to
    .ground = I need a minute first
crisis-reached = I'm glad. Stay near someone. Shall I ask again? To write to you I must keep your chat number, encrypted, until then.
    .tomorrow = Yes, tomorrow
    .week = Yes, in a week
    .keep = Make a plan for next time
    .no = No, thanks
crisis-keep-plan = A plan for the next bad hour. Copy it, fill it in, keep it in your own notes. I don't keep it.
    .person = Talk to a person
    .fine = OK
crisis-tomorrow = I'll write then. Before that, you can come here at any hour.
    .person = Talk to a person now
    .fine = OK
    .dont = Don't write to me
crisis-returned-later = You asked me to check back. How is it now?
    .better = Better
    .same = The same
    .bad = The thoughts are back
    .leave_me = Leave me alone
crisis-other-returned = You asked me to check back about the person you worry about. How is it now?
    .better = Better
    .same = The same
    .now = It got urgent
    .me = I'm not OK myself
    .leave_me = Leave me alone
crisis-left-alone = OK. I'll be quiet. If it gets worse, write me one word or type /crisis. The door stays open.
    .back = I want to talk after all
    .worse = It's worse
crisis-open-door = OK. I'm here at any hour. Type /crisis and the numbers are back in a second.
    .person = Talk to a person
    .ground = Help me calm down
    .keep = Make a plan for next time
    .worse = It got worse

## An act begun, danger this minute

crisis-acute-called = Did you call? Or is someone calling for you?
    .coming = Help is coming
    .cannot = I can't call
    .wont = I don't want to
    .not_me = This isn't about me
crisis-acute-sure = Just so I get it right: is anyone hurt, or about to be, right now?
    .mine = Yes, me
    .other = Yes, someone else
    .thoughts = No, but I think about dying
    .work = No, it was a call at work
    .fine = No, I'm OK
crisis-acute-wait = Good. Unlock the front door and turn on a light. Stay with someone, or on the phone, until they are there.
    .with = I'm not alone now
    .ground = Stay with me
    .late = Nobody is coming
crisis-acute-stay = I'm here, but I'm a program. Keep a person close, too. Look at the door. Breathe out slowly. Name five things you can see.
    .with = Someone is with me
    .late = Nobody is coming
crisis-acute-away = Good. Ask them to put away anything you could use. Tell them and the medics what happened and what you took.
    .done = Done
    .worse = It's getting worse
crisis-acute-cannot = Get to a person: a neighbor, the next room, the street. Send these words to anyone, or text for help.
    .coming = Someone is coming
    .nobody = There's nobody
crisis-acute-out = Then go where people are: a neighbor's door, a store, a fire station. Leave now. Leave what you could use behind.
    .going = I'm going
    .wont = I can't
crisis-acute-wont = You wrote to me, so some part of you wants a way through. Go where people are, and call. Doctors can still help, even if you feel fine now.
    .coming = I'm calling
    .police = I don't want cops to come
    .line = A line first
    .distance = Get away from what I'd use
crisis-acute-police = You can ask for an ambulance, and say you are no danger to them. A job can be fought for later. This can't wait.
    .coming = I'm calling
    .line = A line first
    .distance = Get away from what I'd use

## Afraid of harming someone

crisis-others-space = Is there distance between you and them right now? A locked door or another street?
    .yes = Yes
    .no = No
    .i_hurt = I already hurt someone
    .not_me = This isn't about me
crisis-others-not-me = Just so I get it right: is anyone about to be hurt?
    .mine = Yes, by me
    .home = Yes, I am the one
    .other = Yes, by someone else
    .work = No, it's about work
crisis-others-else = Keep your own distance and call now. Say who, where, and what weapons you know of.
    .called = I called
    .home = They live with me
crisis-others-apart = Good. Keep it that way. You said it out loud, and that is how people stop. Is a weapon close to you?
    .yes = Yes
    .no = No
    .low = I think about dying, too
crisis-others-leave = Leave now. You don't have to explain. Walk, or sit outside. If you are about to act, call.
    .left = I'm out
    .cannot = I can't leave
    .weapon = There's a weapon

## Not safe at home

crisis-home-safe-now = Are you safe right now?
    .yes = For now, yes
    .no = No
    .officer = The person is an officer
    .i_hurt = I'm the one who hurt someone
    .not_me = This isn't about me
crisis-home-not-me = Just so I get it right: who is it about?
    .other = Someone I know
    .low = Me, I think about dying
    .work = A call at work
    .mistake = I meant it another way
crisis-home-out = If you can, get to a room with a way out, or to a neighbor. Stay away from the kitchen, the garage and any guns.
    .out = I'm out
    .cannot = I can't get out
    .officer = The person is an officer
crisis-home-cannot = Stay near a door if you can. These words can go to someone you trust. Erase them after you send them.
    .out = I'm out
    .officer = The person is an officer
    .low = I think about dying
crisis-home-contact = Someone can plan this with you, at your pace. You don't have to decide anything tonight.
    .traces = Hide that I was here
    .officer = The person is an officer
    .threat = They threaten to kill themselves
    .now = It's not safe now
    .low = I think about dying
crisis-home-officer = You can get help without reporting anything to their agency. Call a line first and say they are an officer. Ask which agency could take a report that isn't theirs.
    .traces = Hide that I was here
    .threat = They threaten to kill themselves
    .now = It's not safe now
    .low = I think about dying
crisis-home-threat = If they say they will kill themselves or you, call. Say if there is a gun and if they are an officer. You don't have to stay with them. What they do is not your fault.
    .person = Someone to talk to
    .now = It's not safe now
    .other = It's about someone else
    .low = I think about dying
crisis-home-traces = The button below empties what I can reach. Then delete the chat itself in Telegram. A shared account or a work phone can still show that you were here.
    .person = The numbers again
    .now = It's not safe now
    .low = I think about dying
crisis-home-i-hurt = Saying it is a start. Be somewhere else tonight, so nobody gets hurt. There are people who talk with those who hurt someone, too.
    .apart = I'm away from them
    .stay = I'm still there
    .low = I think about dying

## Someone else

crisis-other-now = Are they in danger right now? Have they done something, or do they have a plan for today?
    .yes = Yes, now
    .unsure = I'm not sure
    .no = No, but I'm worried
    .home = I'm afraid of them
    .me = It's about me
crisis-other-emergency = Call now. Stay with them if it is safe for you. If there is a gun, say so, and say if they are an officer.
    .coming = Help is coming
    .where = I don't know where they are
    .wont_call = I'm afraid to call
crisis-other-where = Call the emergency number anyway. Say who it is, what they told you, their car, the places they go. Keep texting them: "I'm here. Where are you?"
    .called = I called
    .wont_call = I'm afraid to call
crisis-other-barrier = It's hard when it may cost them their job. A job can be fought for later. If you are unsure, ask a line first. They think it through with you.
    .called = I called
    .ask = How do I ask them?
    .now = They're in danger now
crisis-other-stay = Good. Stay with them. You don't need the right words. Sit, listen, and keep them company until help is there.
    .means = What about the guns?
    .yourself = And what about me?
crisis-other-ask = Ask them straight. It does not put the idea in their head. "You've been carrying a lot. Are you thinking about killing yourself?" Then be quiet and listen.
    .said_yes = They said yes
    .said_no = They said no
    .cannot_ask = I can't ask
    .now = They're in danger now
crisis-other-said-yes = Say: "I'm glad you told me. I'm staying." Don't promise to keep it secret. Call a line together, on speaker.
    .now = They have a plan for today
    .means = What about the guns?
    .wont_call = They refuse
crisis-other-said-no = Thank them, and keep the door open: "If that changes, call me first, any hour." Ask again tomorrow. Trust your gut if something is off.
    .means = What about the guns?
    .yourself = And what about me?
    .now = They're in danger now
crisis-other-cannot = Then find someone who can: a friend they trust, a peer, a chaplain. A line helps you plan how.
    .means = What about the guns?
    .yourself = And what about me?
    .now = It got urgent
crisis-other-means = Time and distance save lives. Offer to hold the guns, or to lock them and keep the key: "Just for now." Don't grab, don't fight over it. Rules on handing over guns differ.
    .yourself = And what about me?
    .now = It got urgent
crisis-other-yourself = You can't carry this alone. Tell one person you trust tonight. What they decide is not your fault. A line is there for you, too.
    .now = It got urgent
    .me = I'm not OK myself
    .back = Check on me tomorrow
    .fine = I'm OK for now
crisis-other-return = Shall I ask how it goes tomorrow? To write to you I must keep your chat number, encrypted, until then. Nobody else is told.
    .yes = Yes
    .no = No, thanks

## A child or teen

crisis-minor-adult = Is there an adult you trust who could be with you now? A parent, an aunt, a coach, a neighbor?
    .yes = Yes
    .no = No
    .home = Home is not safe
    .not_me = This isn't about me
crisis-minor-tell = Go to them and show them these words. That's all you have to say.
    .told = They know
    .cannot = I can't
crisis-minor-text = Then call or type here. You can use your own words. Getting help is not getting in trouble.
    .doing = I'm doing it now
    .not_now = I don't want to
crisis-minor-barrier = That's OK. It is scary to say it. You can also just show words to an adult.
    .doing = I'll type to them
    .words = Show words to an adult
    .ground = Something else
    .leave_me = Leave me alone
crisis-minor-plan = One more straight question. Do you have a plan to kill yourself, or a time in mind?
    .today = Yes, today or tonight
    .later = Yes, but not today
    .none = Thoughts, but no plan
    .rather_not = I'd rather not say
crisis-minor-soon = Thank you for telling me. Go to an adult right now and stay with them. Or call.
    .coming = Someone is with me
    .cannot = I can't
    .wont = I don't want to
crisis-minor-soon-wont = OK. You wrote to me, so some part of you wants a way through. You can type instead. What could you do first?
    .away = Get away from what I'd use
    .words = Send words to someone
    .coming = Go to an adult now
crisis-minor-means = Is a gun, pills, or anything else you could use close to you right now?
    .yes = Yes
    .no = No
    .rather_not = I'd rather not say
crisis-minor-away = Don't touch it. Go to another room, or outside, where someone is. Tell an adult: "Please lock it up and keep the key."
    .done = I did
    .cannot = I can't

## After a suicide

crisis-bereaved = May I ask you straight? Since it happened, have you thought about killing yourself?
    .yes = Yes
    .no = No
    .rather_not = I'd rather not say
    .work = It was a call at work
crisis-bereaved-with = Thank you for telling me. Stay close to people these days, and go easy on alcohol. Talking to someone who has been through it can help.
    .talk = I want to get it out
    .guilt = I should have seen it
    .back = Check on me tomorrow
    .worse = The thoughts are there
crisis-bereaved-guilt = Many who stay behind think that. There was more in it than any one thing or any one person could change.
    .talk = I want to get it out
    .back = Check on me tomorrow
    .worse = The thoughts are there
crisis-bereaved-return = Shall I ask tomorrow how it goes? To write to you I must keep your chat number, encrypted, until then.
    .yes = Yes
    .no = No, thanks

## Answers typed instead of tapped

crisis-heard = I hear you.
crisis-heard-more = I'm listening. Go on, if it helps.
crisis-heard-still = I'm here. A person can do more than I can, whenever you are ready.
crisis-unread = I can't hear or see that. To talk out loud, call a number above. Or type one word, or tap.
crisis-where = Whenever you like, we go on from here:
crisis-still-here = I'm here. Take your time. You can tap an answer or type.
crisis-old-screen = That was an older message. We are here now:
crisis-no-return = I can't set a reminder right now. Please set an alarm on your phone, and write me then.
crisis-support = That sounds heavy. I'm glad you said it.
crisis-work = That sounds like a rough call. Respect.
group-private-open = Message me privately
