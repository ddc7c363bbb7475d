### Tips a department sends: choosing, writing, checking, approving, watching. Not yet reviewed.

## What is kept, by name

privacy-kept-broadcast = Tips of a department that are waiting, on their way or sent; their words go when they end
privacy-kept-ledger = Which tips of your department go to you, so that none comes twice
privacy-kept-watch = Which message in your chat shows how a tip is getting on
privacy-kept-reach = How many officers and family joined a department, roughly
privacy-kept-audit = What coordinators did and when, without names
