### Departments: what is said before anybody joins, and what a coordinator sees. Not yet reviewed.

## Before joining: all of it is said before anything is kept

department-invited =
    <b>{ $department }</b> invites you to join. Then short tips come to you here. Each one has a button that stops them. You don't have to: all help works without it.

    <b>What { $department } can see:</b> roughly how many people joined, counted once a week. Never an exact number, and never one under 11.

    <b>What it can't see:</b> that you joined, who you are, what you write or look up, or whether you asked for help.

    <b>The limit:</b> whoever runs this server, maybe { $department } itself, and holds its secret key could check if a Telegram account has joined. What you write is never stored. More: /privacy

    <b>What I keep if you join:</b> that this chat is with { $department }, as an officer or as family, and its address, locked with a key, so that tips can come; your language, country, which door you chose and which tips went to you lately. All under a code, not your name. You can leave with one tap.
department-invited-family = As family you join for yourself. You are not linked to any officer, and no officer is linked to you.
department-invited-instead = You are with { $department } now. Joining here takes that tag off.
department-invited-nothing = Nothing is kept yet.
department-invited-coordinator =
    <b>{ $department }</b> asks you to be a coordinator.

    <b>What you can do:</b> send tips to everybody who joined. You see a range of how many that is, counted once a week.

    <b>What you can't see:</b> who joined, who got or read a tip, a list, an exact number, or what anybody writes, reads or asks. There is no way to ask about a person.

    <b>What I keep if you accept:</b> that this chat is a coordinator of { $department }, and its address, locked with a key: other coordinators' tips come to you to be approved. With it your language, country and which door you chose. All under a code, not your name. What you do as a coordinator is noted for 400 days under another code. /forget erases the rest. You can step down with one tap.

    This link works once.
department-join = Join
department-join-officer = Join as an officer
department-join-family = Join as family
department-accept = Accept
department-later = Not now

## After

department-joined = You are with <b>{ $department }</b> now. Its coordinators can't see that. Tips come now and then. /department shows it, and you can leave there.
department-accepted = You are a coordinator of <b>{ $department }</b> now. Come back with /department any time.
department-declined = OK. Nothing was kept.
department-left = You left. The tag is erased.

## /department

command-department = Your department, and leaving it
department-member = You are with <b>{ $department }</b>. Its coordinators can't see that you are.
department-leave = Leave
department-broadcast = Send a tip
department-step-down = Stop coordinating
department-stepped-down = You don't coordinate it any more. The role is erased.
department-left-cancelled = Nobody coordinates your department now. { $count ->
        [one] One tip that had not begun was cancelled.
       *[other] { $count } tips that had not begun were cancelled.
    }
department-coordinator =
    You are a coordinator of <b>{ $department }</b>.

    Joined: { $reach }.
    Counted once a week, so that nobody can tell who came or went.
department-reach-few = fewer than { $floor } people
department-reach-between = { $least } to { $most } people
department-reach-many = more than { $most } people
department-none = You are not with a department here. Joining takes a link from your department. All help works without it.

## Links that lead nowhere

department-link-wrong = That link doesn't work, or not any more. Ask your department for a new one. You need no link to get help here.
department-link-wait = Too many links that don't work. Try again in an hour. You need no link to get help here.
department-link-later = I can't check that link right now. Please open it again in a few minutes. You need no link to get help here.

## What is kept, by name

privacy-kept-department = The names of departments, and roughly how many joined
privacy-kept-invitation = Links into departments, as codes that open nothing
privacy-kept-membership = The department you joined
privacy-kept-role = What you coordinate
