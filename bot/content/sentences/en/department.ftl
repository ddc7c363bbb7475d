### Departments: what is said before anybody joins, and what a coordinator sees. Not yet reviewed.

## Before joining: all of it is said before anything is kept

department-invited =
    <b>{ $department }</b> invites you to join. For now that only counts you. It can't write to you through me.

    You don't have to: all help works without it.

    <b>What { $department } can see:</b> roughly how many people joined, counted once a week. Never an exact number, and never one under 11.

    <b>What it can't see:</b> that you joined, who you are, what you write or look up, or whether you asked for help.

    <b>The limit:</b> whoever runs this server, maybe { $department } itself, and holds its secret key could check if a Telegram account has joined. What you write is never stored. More: /privacy

    <b>What I keep if you join:</b> that this chat is with { $department }, as an officer or as family. With it your language, country and which door you chose. All under a code, not your name. You can leave with one tap.
department-invited-family = As family you join for yourself. You are not linked to any officer, and no officer is linked to you.
department-invited-instead = You are with { $department } now. Joining here takes that tag off.
department-invited-nothing = Nothing is kept yet.
department-invited-coordinator =
    <b>{ $department }</b> asks you to be a coordinator.

    <b>What you can see:</b> roughly how many people joined, as a range, counted once a week.

    <b>What you can't see:</b> who joined, a list, an exact number, or what anybody writes, reads or asks. There is no way to ask about a person.

    <b>What I keep if you accept:</b> that this chat is a coordinator of { $department }. With it your language, country and which door you chose. All under a code, not your name. /forget erases it.

    This link works once. You can't send tips to members here yet.
department-join = Join
department-join-officer = Join as an officer
department-join-family = Join as family
department-accept = Accept
department-later = Not now

## After

department-joined = You are with <b>{ $department }</b> now. Its coordinators can't see that. /department shows it, and you can leave there.
department-accepted = You are a coordinator of <b>{ $department }</b> now. Come back with /department any time.
department-declined = OK. Nothing was kept.
department-left = You left. The tag is erased.

## /department

command-department = Your department, and leaving it
department-member = You are with <b>{ $department }</b>. Its coordinators can't see that you are.
department-leave = Leave
department-coordinator =
    You are a coordinator of <b>{ $department }</b>.

    Joined: { $reach }.
    Counted once a week, so that nobody can tell who came or went.

    You can't send tips to members here yet.
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
