# What is said around the questionnaires. The questions themselves belong to their owners: bot/content/questionnaires.
# Every result ends in whom to talk to. `.short` stands beside the chart.

score-intro-phq4 =
    Four short questions about the last two weeks. They come word for word from a form doctors use, so they may sound stiff.

    It is not an exam, and it does not name an illness.
score-intro-phq9 =
    Nine questions about mood in the last two weeks, word for word from a form doctors use. The last one asks about death and self-harm.

    Night shifts and injuries can raise the number. It does not name an illness.
score-intro-gad7 =
    Seven questions about worry in the last two weeks, word for word from a form doctors use.

    It is not an exam, and it does not name an illness.
score-intro-audit-c =
    Up to three questions about alcohol in the past year, word for word from the World Health Organization.

    One drink is a 12 oz beer, a 5 oz glass of wine, or 1.5 oz of liquor.
score-intro-pc-ptsd-5 =
    Up to six yes-or-no questions about something frightening that happened. They come word for word from the US Department of Veterans Affairs.

    Don't tell me what it was. It may have been on duty or off.

score-name-gad2 = Worry, two questions (GAD-2)
score-name-phq2 = Mood, two questions (PHQ-2)
score-name-phq9 = Mood, nine questions (PHQ-9)
score-name-gad7 = Worry, seven questions (GAD-7)
score-name-audit-c = Alcohol (AUDIT-C)
score-name-pc-ptsd-5 = After something frightening (PC-PTSD-5)

score-gad2-0 =
    Worry: not much of it in these two weeks. If something else is on your mind, that is still worth a conversation with someone you trust.
    .short = little
score-gad2-3 =
    Worry: it has been with you a lot. That is common after a hard stretch, and it can get better. It is worth a conversation with a doctor, a counselor or a peer.
    .short = worth a talk
score-phq2-0 =
    Mood: not much of this in these two weeks. If something else weighs on you, that is still worth a conversation with someone you trust.
    .short = little
score-phq2-3 =
    Mood: low, or not much fun in things, for many of these days. That is common, and it can get better. It is worth a conversation with a doctor, a counselor or a peer.
    .short = worth a talk

score-phq9-0 =
    Not much of this in the last two weeks. If one thing still weighs on you, that one thing is worth a conversation with someone you trust.
    .short = little
score-phq9-5 =
    Some of this, on some days. Night work or pain can be part of it. If it stays for a few weeks, it is worth a conversation with a peer or your doctor.
    .short = some
score-phq9-10 =
    A good deal of this, on many days. It is common, and people get better. It is worth a conversation with a doctor or a counselor in the next days.
    .short = worth a talk
score-phq9-15 =
    A lot of this, on most days. Nobody should carry that alone, and it can get better. It is worth a conversation with a doctor or a counselor this week.
    .short = worth a talk soon
score-phq9-20 =
    Nearly all of this, nearly every day. That is a heavy load, and help works for it. It is worth a conversation with a doctor or a counselor today or tomorrow.
    .short = worth a talk now

score-gad7-0 =
    Not much worry in the last two weeks. If one thing still keeps you up, that one thing is worth a conversation with someone you trust.
    .short = little
score-gad7-5 =
    Some worry, on some days. If it stays for a few weeks, it is worth a conversation with a peer or your doctor.
    .short = some
score-gad7-10 =
    A good deal of worry, on many days. It is common, and people get better. It is worth a conversation with a doctor or a counselor in the next days.
    .short = worth a talk
score-gad7-15 =
    A lot of worry, on most days. Nobody should carry that alone, and help works for it. It is worth a conversation with a doctor or a counselor this week.
    .short = worth a talk soon

score-audit-c-0 =
    Alcohol: below the line where doctors start to ask more. If your drinking still bothers you or someone close, it is worth a conversation with someone you trust.
    .short = low
score-audit-c-3 =
    Alcohol: at the line where doctors start to ask more. It is worth a conversation with your doctor or a peer who has been there.
    .short = worth a look
score-audit-c-4 =
    Alcohol: above the line where doctors start to ask more. Many people cut down with a little help. It is worth a conversation with your doctor or a peer who has been there.
    .short = worth a talk
score-audit-c-8 =
    Alcohol: well above the line where doctors start to ask more. Don't stop all at once by yourself, that can be dangerous. It is worth a conversation with a doctor this week.
    .short = worth a talk soon
score-audit-c-often =
    Your points come from how often you drink, not from how much. That may well be within limits. If you wonder, it is worth a conversation with your own doctor.

score-pc-ptsd-5-0 =
    Few signs that a bad event is still following you. Being on guard can simply be the job. If it changes, it is worth a conversation with someone you trust.
    .short = little
score-pc-ptsd-5-3 =
    Some signs that a bad event is still following you. That is common, and it can get better. It is worth a conversation with a doctor or a counselor who knows police work.
    .short = worth a look
score-pc-ptsd-5-4 =
    Several signs that a bad event is still following you. It is a normal reaction, and help works for it. It is worth a conversation with a doctor or a counselor who knows police work.
    .short = worth a talk
