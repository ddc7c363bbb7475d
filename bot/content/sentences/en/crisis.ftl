### The crisis card and what follows it. No emojis here. A line per idea. Not yet reviewed by a clinician.
### Steps and their order: content/flows/crisis.toml. The reasons: docs/crisis-protocol.md.

## The card. Its first line is the number.

crisis-card-call-text = <b>Call or text { $number } now.</b> Someone answers, day and night.
crisis-card-call = <b>Call { $number } now.</b> Someone answers, day and night.
crisis-card-call-es = <b>Call { $number } now.</b> For Spanish, press 2.
crisis-card-name = { $name }: <b>{ $number }</b>
crisis-card-police = Police only: <b>{ $number }</b>. { $name }. { $who }
crisis-card-text = Can't talk out loud? Text <b>{ $keyword }</b> to <b>{ $number }</b>.
crisis-card-text-plain = Can't talk out loud? Text <b>{ $number }</b>.
crisis-card-chat = Or type with a person: { $url }
crisis-card-emergency = In danger this minute: <b>{ $number }</b>. It may bring people you work with. Your life comes first.
crisis-card-emergency-first = <b>Call { $number } now.</b> It may bring people you work with. Your life comes first.
crisis-card-emergency-unknown = In danger this minute: call your local emergency number.
crisis-card-directory = Find a line in your country: { $url }
crisis-card-self = I'm glad you wrote. You don't have to do this alone.
crisis-card-program = I'm a program. Nobody reads this chat and nobody at work is told. I stay here.
crisis-card-acute = If you took something or hurt yourself, don't wait. Unlock the door. Stay near someone.
crisis-card-poison = Took too much of something? Poison control: <b>{ $number }</b>.
crisis-card-others = You told me before it happened. That counts. Put space between you and them now. The same lines help with this.
crisis-card-home = You don't deserve this, and it is not your fault.
crisis-card-home-quick = If someone may see this phone, delete this chat. You can come back any time.
crisis-card-home-line = People who help with violence at home: <b>{ $number }</b>. { $name }.
crisis-card-home-text = Safer to type? Text <b>{ $keyword }</b> to <b>{ $number }</b>.
crisis-card-concern = You noticed. That can save a life. You don't have to handle this alone either.
crisis-card-concern-emergency = If they are in danger this minute: <b>{ $number }</b>. Stay with them if it is safe for you.
crisis-card-concern-line = <b>Call or text { $number }.</b> They help people who worry about someone, too.
crisis-card-concern-line-call = <b>Call { $number }.</b> They help people who worry about someone, too.
crisis-card-minor = You did right to say it. This is too heavy to carry alone, at any age.
crisis-card-bereaved = I'm sorry. Losing someone to suicide hits hard, and it can bring your own dark thoughts.
crisis-card-elsewhere = Numbers for another country
crisis-card-again = I'm still here. The numbers above still work.
crisis-card-floor = If you are in danger, call your local emergency number. Find a line near you: https://findahelpline.com

crisis-words = Words you can copy and send:
    <code>I'm having a really bad night and I don't want to be alone. Can you come over, or stay on the phone with me?</code>

## One plain question

crisis-asked = I want to ask you straight, because it matters. Are you thinking about killing yourself?
    .yes = Yes
    .no = No
    .other = It's about someone else
    .work = It's about a call or work
    .rather_not = I'd rather not say
crisis-asked-no = OK. Thank you for telling me. What you wrote still sounds heavy.
    .talk = I want to get it out
    .person = Talk to a person
    .fine = I'm OK for now
crisis-asked-work = That sounds like a rough one. Calls like that stay with people. Is it hitting you in a way that makes you think about dying?
    .mine = Yes, a bit
    .talk = No, but I want to talk
    .fine = No, I'm OK
crisis-vent = Type as much as you want. I don't keep it and nobody reads it. Leave out names and case details.
    .person = Talk to a person
    .ground = Help me calm down
    .enough = That's enough for now

## About oneself, one step at a time

crisis-together-first = Thank you for being honest. That took guts. People come through this. Is someone with you right now?
    .yes = Yes, someone is here
    .no = No, I'm alone
    .rather_not = I'd rather not say
crisis-together = Is someone with you right now?
    .yes = Yes, someone is here
    .no = No, I'm alone
    .rather_not = I'd rather not say
    .not_me = This isn't about me
crisis-not-me = OK. Just so I get it right: who is it about?
    .mine = It is about me
    .other = Someone I know
    .work = A call at work
    .mistake = I wrote it another way
crisis-tell-them = Good. Tell them you're not OK and ask them to stay. You can show them this screen.
    .told = They know
    .cannot = I can't tell them
crisis-alone = Being alone makes this harder. Who could come, or stay on the phone? It doesn't have to be a long talk.
    .sent = I asked someone
    .nobody = There's nobody
crisis-distance = Is a gun, or anything else you could use, close to you right now?
    .yes = Yes
    .no = No
    .rather_not = I'd rather not say
crisis-distance-ways = The worst minutes pass. Distance gets you through them. It's for tonight, it's your choice, and this bot tells nobody. What could you do?
    .lock = Lock it, give the key away
    .locker = Leave the duty gun at work
    .hold = Someone holds it for me
    .leave = Get out of here
    .not_now = Not now
crisis-distance-hold = A partner, friend or relative you trust can hold it for now. Rules on handing over a gun differ by place, so check your local rules. What to say: "Hold on to this for me for a while. I'll explain later."
    .next = Next
crisis-distance-duty = Leaving it in your own locker at end of shift is yours to decide. Handing it to your department can have consequences at work. Ask what happens next before you hand it over. Tonight, distance comes first.
    .next = Next
    .other_way = Another way
crisis-distance-done = Do that now, before anything else. I'm here when you're back.
    .next = Done
crisis-distance-not-now = OK. It's your call. Could you step into another room, or outside, for ten minutes?
    .step_away = I'll step away
    .next = What else is there?
crisis-reach = Next step: a voice. You don't need to know what to say. "I'm a cop and I'm not OK" is enough.
    .doing = I'm doing it now
    .silent = I can't talk out loud
    .not_now = I don't want to
crisis-text-instead = Then type. A person answers in writing.
    .doing = I'm doing it now
    .not_now = I don't want to
crisis-barrier = OK. No pressure. What's in the way?
    .work_hears = Work will hear of it
    .lose_job = I'd lose my gun or job
    .cops_come = I don't want cops at my door
    .no_use = It won't help
    .no_words = I don't know what to say
    .leave_me = Leave me alone
crisis-barrier-work = A line outside your department does not report to your chief. You don't have to give your name. The limit: if they believe a life is in danger right now, they may send help. Ask them first what they pass on.
    .doing = I'll try it
    .ground = Not yet
crisis-barrier-job = That fear is real, and many share it. Talking to an outside line is not a fitness exam. Asking early leaves you more choices than waiting does.
    .doing = I'll try it
    .ground = Not yet
crisis-barrier-cops = Most calls end with talk and nobody at the door. They may send someone when a life is in danger and nothing else works. You can say at the start: "I want to talk. I don't want anyone sent."
    .doing = I'll try it
    .ground = Not yet
crisis-barrier-hope = It can feel that way tonight. Feeling it does not make it so. People who were sure nothing would help have come through. One talk is a start, not a fix.
    .doing = I'll try it
    .ground = Not yet
crisis-barrier-words = You can read this out loud: "I'm having thoughts of killing myself. I need to talk." They take it from there.
    .doing = I'll try it
    .ground = Not yet
crisis-ground = Just the next ten minutes. Put both feet on the floor. Press them down. Name five things you can see.
    .more = More of this
    .person = Talk to a person
    .next = What's next?
crisis-ground-more = Breathe in through the nose. Let it out slowly through the mouth, longer than it went in. Five times. Drink some water. Stay where there is light.
    .again = Again
    .person = Talk to a person
    .next = What's next?
crisis-shall-i-return = Shall I come back in 20 minutes and ask how it went? To write to you I must keep your chat number, encrypted, until then.
    .yes = Yes, come back
    .no = No, thanks
crisis-will-return = I'll write to you in 20 minutes. You can write any time before that.
    .ground = Help me until then
    .distance = About the gun
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
crisis-reached = I'm glad. Stay near someone tonight. Shall I ask again? To write to you I must keep your chat number, encrypted, until then.
    .tomorrow = Yes, tomorrow
    .week = Yes, in a week
    .no = No, thanks
crisis-tomorrow = I'll write then. Before that, you can come here at any hour.
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
crisis-ask-tomorrow = Shall I ask how it goes tomorrow? To write to you I must keep your chat number, encrypted, until then.
    .yes = Yes
    .no = No, thanks
crisis-left-alone = OK. I'll be quiet. Nothing is held against you. If it gets worse, write me one word or type /crisis. The door stays open.
    .back = I want to talk after all
    .worse = It's worse
crisis-open-door = OK. I'm here at any hour. Type /crisis and the numbers are back in a second.
    .person = Talk to a person
    .ground = Help me calm down
    .worse = It got worse

## An act begun, danger this minute

crisis-acute-called = Did you call? Or is someone calling for you?
    .coming = Help is coming
    .cannot = I can't call
    .wont = I don't want to
    .not_me = This isn't about me
crisis-acute-sure = OK. Just so I get it right: is anyone hurt, or about to be, right now?
    .mine = Yes, me
    .other = Yes, someone else
    .work = No, it was a call at work
crisis-acute-wait = Good. Unlock the front door. Turn on a light. Stay with someone, or stay on the phone until they are there. Tell them what happened and what you took.
    .with = I'm not alone now
    .ground = Stay with me
crisis-acute-cannot = Get to a person: a neighbor, the next room, the street. Send these words to anyone, or text instead.
    .coming = Someone is coming
    .nobody = There's nobody
crisis-acute-wont = Part of you wrote to me. Let that part decide for the next hour. Move away from it, go where people are, and call. A doctor can still help, even if you feel fine now.
    .coming = I'm calling
    .line = Another line first
    .distance = Get away from it

## Afraid of harming someone

crisis-others-space = Is there distance between you and them right now? A locked door or another street?
    .yes = Yes
    .no = No
    .not_me = This isn't about me
crisis-others-apart = Good. Keep it that way tonight. You said it out loud. That is how people stop. What next?
    .weapon = Put a weapon away
    .call = Talk to someone now
crisis-others-leave = Leave now. You don't have to explain. Walk, drive if you are calm enough, or sit outside. If you are about to act, call.
    .left = I'm out
    .cannot = I can't leave

## Not safe at home

crisis-home-safe-now = Are you safe right now?
    .yes = For now, yes
    .no = No
    .officer = The person is an officer
    .i_hurt = I'm the one who hurt someone
    .not_me = This isn't about me
crisis-home-out = If you can, go to a room with a way out, or to a neighbor. Stay away from the kitchen, the garage and anywhere guns are kept. Call when it is safe to.
    .out = I'm out
    .cannot = I can't get out
crisis-home-contact = These people know how to plan this with you, at your pace. You don't have to decide anything tonight.
    .traces = Hide that I was here
    .officer = The person is an officer
    .low = I think about dying
crisis-home-officer = When the person who hurts you carries a badge, call a hotline first and say so. They know this. They can help you plan before any report, and help you find an agency that isn't theirs.
    .traces = Hide that I was here
    .low = I think about dying
crisis-home-traces = Delete this chat in Telegram, on every device. Use a phone they can't check. A shared account or a work phone can show that you were here.
    .person = The numbers again
    .low = I think about dying
crisis-home-i-hurt = Saying it is the start of stopping. Leave the place now, so nobody gets hurt. Hotline staff talk with people who hurt someone, too.
    .apart = I'm away from them
    .low = I think about dying

## Someone else

crisis-other-now = Are they in danger right now? Have they done something, or do they have a plan for today?
    .yes = Yes, now
    .unsure = I'm not sure
    .no = No, but I'm worried
    .me = It's about me
crisis-other-emergency = Call now, and stay with them if it is safe for you. Don't leave them alone. If there is a gun in it, say so when you call, and say they are an officer.
    .coming = Help is coming
    .where = I don't know where they are
    .wont_call = I'm afraid to call
crisis-other-where = Call the emergency number anyway. Say who it is, what they told you, their car, and places they go. Keep calling and texting them: "I'm here. Where are you? I'm coming."
    .called = I called
    .wont_call = I'm afraid to call
crisis-other-barrier = It's hard when it may cost them their job. A job can be fought for later. Ask a line first if you are unsure. They talk it through with you.
    .called = I called
    .ask = How do I ask them?
crisis-other-stay = Good. Stay with them. You don't need the right words. Sit, listen, and keep them company until help is there.
    .means = What about the guns?
    .yourself = And what about me?
crisis-other-ask = Ask straight. It does not put the idea in their head. "You've been carrying a lot. Are you thinking about killing yourself?" Then be quiet and listen.
    .said_yes = They said yes
    .said_no = They said no
    .cannot_ask = I can't ask
crisis-other-said-yes = Say: "I'm glad you told me. I'm staying." Don't argue, don't promise to keep it secret. Call a line together, on speaker.
    .means = What about the guns?
    .now = They have a plan for today
    .wont_call = They refuse
crisis-other-said-no = Believe it, and keep the door open: "If that changes, call me first, any hour." Check again tomorrow. Trust your gut if something is off.
    .means = What about the guns?
    .yourself = And what about me?
crisis-other-cannot = Then get someone who can: a friend they trust, a peer, a chaplain. A line will help you plan how.
    .now = It got urgent
    .yourself = And what about me?
crisis-other-means = Time and distance save lives. Offer to hold the guns for now, or lock them and keep the key. Say: "Just until this week is over." Don't grab, don't fight over it. Rules on handing over guns differ by place.
    .yourself = And what about me?
    .now = It got urgent
crisis-other-yourself = You can't carry this alone. Tell one person you trust tonight. What they decide is not your fault. You can call as well, for yourself.
    .now = It got urgent
    .me = I'm not OK myself
    .back = Check on me tomorrow
crisis-other-return = Shall I ask how it goes tomorrow? To write to you I must keep your chat number, encrypted, until then. Nobody they know can see it.
    .yes = Yes
    .no = No, thanks

## A child or teen

crisis-minor-adult = Is there an adult you trust who could be with you now? A parent, an aunt, a coach, a neighbor?
    .yes = Yes
    .no = No
    .home = Home is not safe
    .not_me = This isn't about me
crisis-minor-tell = Go to them and show them this: "I'm thinking about hurting myself and I need you to stay with me." That's all you have to say.
    .told = They know
    .cannot = I can't
crisis-minor-text = Then type or call here. You won't be in trouble for it. They talk with people your age every day.
    .doing = I'm doing it now
    .not_now = I don't want to

## After a suicide

crisis-bereaved = May I ask you straight? Since it happened, have you thought about killing yourself?
    .yes = Yes
    .no = No
    .rather_not = I'd rather not say
crisis-bereaved-with = There was more in it than any one thing or person could change. Be with people these days. Go easy on alcohol. Talk to someone who has lived it.
    .talk = I want to get it out
    .back = Check on me tomorrow

## Answers typed instead of tapped

crisis-heard = I hear you.
crisis-still-here = I'm here. Take your time. You can tap an answer or type.
crisis-old-screen = That was an older message. We are here now:
crisis-no-return = I can't set a reminder right now. Please set an alarm for 20 minutes and write me then.
crisis-support = That sounds heavy. I'm glad you said it.
crisis-work = That sounds like a rough call. Respect.
