### The door, the menu, help, privacy and what is said when something goes wrong. Not yet reviewed.

## The door

start-welcome =
    <b>Status Check</b> helps police officers and their families find help early.
    I'm a program. No human reads along. I keep your language, country and which door you chose, under a code, not your name.

    Telegram bot chats are not end-to-end encrypted. Use your own phone, not a work phone.
start-who = Who are you?
start-officer = I'm an officer
start-family = I'm family
start-department = I run a program
start-skip = Just show me help
start-language = Español
start-country = Country: { $country }

## The menu

home-officer = What do you need?
home-family = This door is for you, on your own. Nobody at the department can see that you came. What do you need?
home-department = You plan for others here. What do you need?
home-unknown = What do you need?
home-hint = Or type it in your own words, like "can't sleep after nights".
menu-find = Where can I get help
menu-crisis = I need someone now
menu-worried = I'm worried about my officer
menu-worried-colleague = I'm worried about a colleague
menu-privacy = Who can see this
menu-settings = Language and country
menu-home = Menu

## Commands: the menu Telegram shows and the lines of /help

command-start = Start here
command-help = What I can do
command-find = Find help for what you need
command-crisis = Numbers to call now
command-family = For families
command-language = Change the language
command-country = Change your country
command-privacy = Who can see what
command-export = What is kept about me
command-forget = Erase what is kept about me
help-intro = Type what you need in your own words, or use a command:
help-line = /{ $command } { $says }
help-outro = In danger? Type /crisis. No sign-up, no name.
bot-description =
    Status Check helps police officers and their families find help early: lines staffed by people who know the job, plain answers, next steps.
    I'm a program. No human reads along.
    In danger now? Call your local emergency number.
bot-short = Help for police officers and their families. A program, open source. No human reads along.

## Language and country

language-ask = Which language?
language-set = OK, English from now on.
language-name = English
country-ask = Which country are you in? The numbers I show depend on it.
country-named = Are you in { $country }? The numbers I show depend on it.
country-help = Help for { $country }
country-set = OK. From now on I show help for: { $country }.
country-other = Another country
country-unknown = I don't have a list for your country yet. I'll show lines that work in many countries.
region-ask = Which state, province or part of the country? Some lines serve only one. You can skip this.
region-skip = Skip
country-US = United States
country-CA = Canada
country-GB = United Kingdom
country-IE = Ireland
country-AU = Australia
country-NZ = New Zealand
country-ZZ = another country

## Family

family-door =
    This door is yours. Your officer and the department cannot see that you came, and you will never be linked to them here.

    What is it about?
family-worried = I'm worried about my officer
family-me = Help for me
family-kids = For our kids
family-loss = We lost someone
family-home = It's not safe at home

## What cannot be read, and what goes wrong

unread-voice = I can't listen to voice messages. Type it, or talk to a person:
unread-photo = I can't see pictures. Type what it is about, or talk to a person:
unread-other = I can't read that kind of message. Type it, or talk to a person:
unread-contact = I don't keep or use contacts. Please don't send me other people's numbers. Need someone yourself?
group-private = Please message me privately. Nothing personal belongs in a group.
unknown-command = I don't know that command. Here is what I can do: /help
old-screen = That screen is old. Here is a fresh one.
failed = Something broke on my side, not yours. Please try again in a moment.
    If it can't wait:
