### Who can see what, what is kept, and all of it gone.

privacy-title = <b>Who can see what</b>
privacy-short =
    What you type is not stored, not logged and not shown to anyone. This program reads it, matches it and drops it. No person reads along.

    What is kept stands under a code made from your Telegram number, not under your name. Your department sees none of it.

    Telegram keeps its own copy of this chat. Bot chats are not end-to-end encrypted.
privacy-more-kept = What is kept
privacy-more-who = Who could learn what
privacy-more-phone = Your phone and this chat
privacy-more-export = Show me mine
privacy-more-forget = Erase it all
privacy-back = ‹ Back
privacy-kept-title = <b>What can be kept, and for how long</b>
privacy-kept-yours = About a person, under a code:
privacy-kept-others = About no person:
privacy-kept-line = • { $what }{ $sealed ->
        [yes] {" "}(encrypted)
       *[no] {""}
    }. { $until }.
privacy-kept-none = Somebody who only looks for help leaves none of this.
privacy-until = { $days ->
        [0] Until { $moment }
        [one] For { $days } day after { $moment }
       *[other] For { $days } days after { $moment }
    }
privacy-until-you = Until you erase it or leave
privacy-until-house = As long as the bot is run
privacy-moment-seen-on = your last visit
privacy-moment-expires-at = its time is up: a few days after your last answer at most
privacy-moment-answered-at = the answer
privacy-moment-due-at = that time
privacy-moment-done-at = that day
privacy-moment-moved-on = its last step
privacy-moment-kept-until = some days after it has ended
privacy-moment-taken-on = that day
privacy-who =
    <b>Who could learn what</b>

    <b>Your chief, your department:</b> nothing about you. Coordinators see bands such as "fewer than 11 joined", never who.

    <b>Whoever runs the server:</b> codes, languages, countries, days. Not names, not what you wrote. With the server's secret key and your Telegram number in hand they could find out that a code is yours, and open what is encrypted.

    <b>A court:</b> what the server has, as above. What was never stored cannot be handed over. Telegram can be asked for its own copy.

    <b>A stolen backup:</b> nothing without the secret key. After you erase, your own key is destroyed, and older backups say nothing about you.

    <b>Your family:</b> nothing here. Officers' and families' records never meet.
privacy-phone =
    <b>Your phone and this chat</b>

    Telegram stores this chat on its servers. Whoever holds your unlocked phone, or is logged in to your account elsewhere, can read it.

    A department phone can show everything. Use your own.

    /clear takes back what both of us wrote here. Telegram lets a bot do that for 48 hours; anything older you delete yourself: open the chat's menu and tap "Delete chat".

    In a hurry, type <code>{ $word }</code>. It erases what is kept about you and clears this chat at once, without asking.
privacy-panic-words = eraseall, erase all
privacy-panic-done = Nothing new.
privacy-panic-later = Nothing new. Later: /forget
privacy-cleared =
    I took back all I could find here.
privacy-cleared-partly =
    I took back what Telegram let me. Messages older than 48 hours stay. To remove them, open this chat's menu and tap "Delete chat".
privacy-export-none = Nothing is kept about you.
privacy-export-title = <b>This is all that is kept about you</b>
privacy-export-line = • <b>{ $what }</b>, { $age ->
        [0] from today
        [one] { $age } day old
       *[other] { $age } days old
    }. { $until }:
    { $value }
privacy-export-until = Kept until { $day }
privacy-export-until-you = Kept until you erase it
privacy-export-file = The same as a file. Delete it when you have read it.
privacy-export-button = As a file (JSON)
privacy-forget-ask = Erase everything kept about you? You can come back any time, as new.
privacy-forget-yes = Yes, erase it
privacy-forget-no = No, keep it
privacy-forgotten-title = <b>Erased.</b>
privacy-forgotten-line = • { $what }: { $count }
privacy-forgotten-none = There was nothing about you here.
privacy-forgotten-end =
    Nothing is left about you here, and the key that opened it is destroyed, in backups too. Telegram still has this chat: /clear takes back what it can.
privacy-kept = OK. Nothing changed.
command-clear = Empty this chat
privacy-kept-member = Your choices
privacy-kept-conversation = Where we are in a conversation
privacy-kept-answered-update = Numbers of messages that were answered, so none is answered twice
privacy-kept-check-back = A time at which you asked me to write
privacy-kept-score = A result of a check that you asked us to keep
privacy-kept-subscription = Your prompts: when the next one comes, your times, shifts and topics, and which ones you had in 60 days
