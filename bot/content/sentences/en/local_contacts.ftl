### A department's own help: what members see, and how coordinators keep it. Not yet reviewed.

privacy-kept-local-contact = A department's own contacts, as its coordinators wrote them

## What members see

local-find = { $department }: our own help
local-list = <b>{ $department }'s own help</b>
local-checked = Checked on { $date } by your department's coordinators, not by me.
local-limits = I can't check what they promise. Ask before you talk: "Who learns that I called?"
local-what-eap = Your department's employee assistance program (EAP): short, free help it pays for.
local-what-peer = Your department's peer team: people from your own job who listen.
local-what-chaplain = Your department's chaplain: somebody to talk to, with or without faith.
local-what-crisis = Your department's crisis team: for the hours and days after a bad call.
local-what-other = Help your department runs or pays for.

## Keeping them

department-contacts = Local contacts
local-none = No local contacts yet. What you add is shown first to the people who joined you.
local-head = <b>{ $department }: local contacts</b>
    Members see them first when they look for help. Crisis lines stay ahead of them when a life may hang on it.
local-line = { $number }. { $name } ({ $kind }), checked { $date }
local-line-old = { $number }. { $name } ({ $kind }), checked { $date }. <b>Too old: members don't see it.</b>
local-add = Add a contact
local-kind-eap = EAP
local-kind-peer = Peer team
local-kind-chaplain = Chaplain
local-kind-crisis = Crisis team
local-kind-other = Something else
local-ask-kind = What is it?
local-ask-name = What is it called? Send the name, as your people know it.
local-ask-who-answers = Who answers? One line: a counselor, a trained officer, an answering service.
local-ask-phone = What number do people call? With the area code, no extension.
local-ask-url = A web page? Send the address. It has to begin with https://
local-ask-hours = When can people call? In your words: "Mon to Fri 8 to 5", "any time".
local-ask-privacy = Who learns that somebody called, and what? Be exact: people decide by this line. "Calls are private" is not enough.
local-ask-for-family = May family use it too?
local-family-yes = Yes, family too
local-family-no = Officers only
local-skip = None
# What may be typed in place of these buttons, each between commas.
local-none-words = none, no, n/a, nothing, we have none, there is none, no website, no web page, no phone, no number
local-yes-words = yes, y, yeah, yep, yup, sure, yes please, of course, family too
local-no-words = no, n, nope, no family, officers only, only officers
local-stop = Stop
local-too-long = That is too long. Please keep it under { $most } characters.
local-empty = I need a few words for this.
local-bad-phone = I can't read that as a phone number. Send it with the area code, like 303-555-0100, or +44 and so on from abroad.
local-bad-url = I need a full address that begins with https://
local-no-way = It needs a phone number or a web page, or nobody can reach it.
local-preview = This is what members will see:
local-confirm = By tapping "I checked it" you say that you called the number or read the page today.
local-i-checked = I checked it today. Show it
local-change = Change something
local-ask-change = What should be different?
local-field-kind = What it is
local-field-name = Name
local-field-who-answers = Who answers
local-field-phone = Phone
local-field-url = Web page
local-field-hours = Hours
local-field-privacy = Who learns what
local-field-for-family = Family
local-delete = Delete it
local-delete-sure = Delete { $name }? Members won't see it any more.
local-delete-yes = Yes, delete
local-deleted = Deleted.
local-saved = Done. Members see it from now on. In 180 days I'll ask you to check it again; without that, they stop seeing it.
local-back = All local contacts
local-not-yours = That is for coordinators of this department. Nothing was changed.
local-gone = That contact is not there any more.
local-old = <b>{ $department }</b>: { $name } was last checked on { $date }. Members don't see it any more. Call the number, then tap below.
