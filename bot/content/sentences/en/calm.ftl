### /calm: a tool within two taps. Techniques and their times: content/calm. Reasons: docs/calm.md. Not yet reviewed by a clinician.
### Never "this cures", "proven for police" or "calm down". One idea a line.

command-calm = Breathe and settle, right now
menu-calm = Breathe with me now

## The shelf

calm-shelf = What would help right now? Each one takes a few minutes. You can stop any time.
calm-others = Other ways
calm-back = Back

## One tool

calm-card = <b>{ $name }</b>

    { $how }
calm-begin = Start
calm-rate-first = Rate it 0 to 10 first
calm-no-holding = Without holding your breath

calm-caution =
    .driving = Not while driving.
    .dizzy = If you get dizzy, breathe as usual.
    .holding = Skip the holds if you are pregnant, have heart or lung trouble, or panic.
    .eyes = Keep your eyes open. If bad memories come up, stop.
    .injury = Skip any part that is hurt.

## Running

calm-ready = <b>Get ready.</b>

    Watch the circle once. Then breathe with it, or with the words.
calm-ready-again = <b>Get ready.</b>

    We go on in a moment.
calm-breath =
    .in = <b>Breathe in</b> through your nose
    .more = <b>A little more</b> on top, through your nose
    .hold = <b>Hold</b>, with soft shoulders
    .out = <b>Breathe out</b>, slow and long
    .wait = <b>Wait</b>, empty and still
calm-round = Breath { $number } of { $of }
calm-step = { $number } of { $of }
calm-crowded = Follow the circle for as long as it helps. Breathe in as it grows, out as it shrinks.

calm-toggle = Pause · Go on
calm-go-on = Go on
calm-next = Next
calm-stop = Stop
calm-worse-button = This makes it worse

calm-paused = Paused. Go on when you like, or not at all.

## After it

calm-ended = That's it. Take one breath as it comes before you move on.
calm-stopped = OK, we stop here.
calm-ask-before = How tense are you right now? 0 is not at all, 10 is the most. I don't keep it.
calm-ask-after = That's it. How tense are you now?
calm-skip = Skip
calm-less = Before: { $before }. Now: { $after }. I don't keep these numbers.
calm-not-less = Before: { $before }. Now: { $after }. That happens, and it's not your fault. A person may help more than another exercise. I don't keep these numbers.
calm-what-next = What next?
calm-again = Once more
calm-person = Talk to a person
calm-done = Done
calm-closed = Good. I'm here when you want it again: /calm
calm-person-head = These are people you can talk to:

## When it makes things worse

calm-worse = Then we stop. This happens to some people, and nothing is wrong with you.

    Keep your eyes open. Push your feet into the floor. Look around and name five things you can see.

    A person can help more than an exercise:
calm-worse-ground = Then we stop. Stand up if you can, and hold something cold or rough.

    You don't have to do this alone:
calm-ground-me = Look around with me

## The tools

calm-tool-sigh =
    .name = Long sigh
    .how =
        In through the nose, a little more on top, then a long breath out through the mouth. Three minutes. A good one to start with.
calm-tool-box =
    .name = Box breathing
    .how =
        In for four, hold for four, out for four, wait for four. About two and a half minutes.
calm-tool-boxeven =
    .name = Even breathing
    .how =
        In for four, out for four. Nothing is held. About two and a half minutes.
calm-tool-relax =
    .name = 4-7-8
    .how =
        In for four, hold for seven, out for eight. Four breaths, under two minutes.
calm-tool-relaxeven =
    .name = 4-8, no hold
    .how =
        In for four, out for eight. Nothing is held. About two and a half minutes.
calm-tool-ground =
    .name = 5-4-3-2-1: back to here
    .how =
        You look, feel and listen your way back into the room. Eyes open. Two minutes.
    .see = <b>Look around.</b> Name five things you can see. Small ones count: a scratch, a shadow.
    .feel = <b>Feel.</b> Four things you can touch: the seat, your sleeve, the floor under your boots.
    .hear = <b>Listen.</b> Three sounds. Near ones, then one far away.
    .smell = <b>Smell.</b> Two things. Your sleeve and the air will do.
    .taste = <b>Taste.</b> One thing. Or take a sip of water.
    .now = <b>You are here.</b> Say where you are and what day it is.
calm-tool-reset =
    .name = Reset between calls
    .how =
        Under a minute, parked or at your desk. It draws a line under the last call.
    .stop = <b>Stop.</b> That call is over. Both feet on the floor.
    .drop = <b>Drop your shoulders.</b> Unclench your jaw. Open your hands.
    .breathe = <b>Breathe in</b> through your nose, then <b>out</b>, as long as you can.
    .again = <b>Once more.</b> In, and a long way out.
    .next = <b>Next.</b> Say the one thing you will do now. Just that one.
calm-tool-home =
    .name = Coming home after shift
    .how =
        Two minutes in the parked car or at the door, so the shift stays outside.
    .park = <b>You are parked.</b> Engine off. Nothing needs you for two minutes.
    .hands = <b>Let go of the wheel.</b> Hands open on your legs. A long breath out.
    .leave = <b>The shift.</b> Pick one thing from today that can wait until tomorrow. Leave it in the car.
    .carry = <b>One thing done right.</b> Yours or your partner's. It may be small.
    .arrive = <b>Who is in there?</b> Think of one face, or of the quiet.
    .door = <b>At the door,</b> one more long breath out. Then go in slowly.
calm-tool-sleep =
    .name = Before sleep on days
    .how =
        For bed in daylight, after nights. About three minutes, lying down.
    .room = <b>The room.</b> Dark, cool, quiet. After this, the phone goes face down.
    .tomorrow = <b>What is left over?</b> Put it in one word and keep the word for when you wake.
    .face = <b>Your face.</b> Let the jaw hang. Let the tongue rest. Smooth your forehead.
    .shoulders = <b>Your shoulders</b> sink into the bed. The bed holds them.
    .out = <b>Breathe out</b> longer than in. Let each breath come by itself.
    .heavy = <b>Heavy.</b> Feet, legs, back, hands: let each one be heavy.
    .stay = <b>Nothing to do.</b> Lying still is rest, too. You can put me away now.
calm-tool-scan =
    .name = Body scan
    .how =
        Attention goes through the body, part by part. Nothing has to change. Under four minutes.
    .arrive = <b>Sit or lie</b> so that something holds you up.
    .feet = <b>Your feet.</b> What do they feel? Warm, cold, boots, floor, nothing: all of it is fine.
    .legs = <b>Your legs.</b> Where do they touch something? Where are they tired?
    .belly = <b>Belly and back.</b> Feel them move as you breathe. You don't have to change it.
    .hands = <b>Hands and arms.</b> Are they ready for something? They can put it down.
    .shoulders = <b>Shoulders and neck.</b> Where the vest sits. Just notice.
    .face = <b>Your face.</b> Jaw, eyes, forehead.
    .whole = <b>All of it at once,</b> from the feet to the head. Then look around the room.
calm-tool-release =
    .name = Muscle release
    .how =
        Tense one part for a few seconds, then let it go. From the hands to the feet, under three minutes.
    .arrive = <b>Sit or lie down.</b> Tense only as hard as feels fine. Keep breathing.
    .let = <b>Let go.</b> All at once. Feel the difference.
    .hands = <b>Hands:</b> make fists.
    .arms = <b>Arms:</b> bend them and tighten.
    .shoulders = <b>Shoulders:</b> pull them up to your ears.
    .face = <b>Face:</b> squeeze it all together.
    .belly = <b>Belly:</b> make it hard.
    .thighs = <b>Thighs:</b> press them together.
    .feet = <b>Feet:</b> curl your toes.
