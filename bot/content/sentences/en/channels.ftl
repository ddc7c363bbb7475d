### A department's own channels and groups, as a place for its tips. Not yet reviewed.

privacy-kept-channel = Channels and groups a department linked for its tips; nobody who reads there
privacy-kept-channel-post = Which tip was posted in which channel of a department
privacy-moment-planned-at = that day

department-channels = Channels and groups
channels-head = <b>{ $department }: channels and groups</b>
    Tips for officers, and those for everybody, are posted there too. Tips for family alone are not.

    <b>Careful:</b> Telegram shows who is in a group, and a channel's admins see its subscribers. I never say anything about a person there.
channels-none = None is linked yet.
channels-line = { $number }. { $title }
channels-last-sent = The last tip was posted.
channels-last-planned = The next tip is waiting.
channels-last-sending = The next tip is waiting.
channels-last-refused = Telegram refused the last tip: am I still an admin there?
channels-last-unknown = It is not known whether the last tip arrived.
channels-last-skipped = The last tip was stopped.
channels-also = Also posted in: { $titles }
channels-add-channel = Link a channel
channels-add-group = Link a group
channels-add =
    Open the link and choose where. Telegram asks you to make me an admin who may post: that is how I know it is yours to decide.

    Then I ask you here once more. This waits for an hour.
channels-open = Choose it in Telegram
channels-ask = You added me to <b>{ $title }</b>. Shall { $department }'s tips be posted there too?
channels-ask-group = You added me to <b>{ $title }</b>. Shall { $department }'s tips be posted there too? Everybody in the group sees who else is in it.
channels-yes = Yes, post tips there
channels-no = No
channels-linked = Done. The next tip is posted in { $title } too.
channels-declined = OK. Nothing is posted there. You can remove me from it.
channels-taken = That one is linked already.
channels-unlink = Unlink { $title }
channels-unlinked = Unlinked. Nothing more is posted there. You can remove me from it.
channels-not-yours = That is for coordinators of this department. Nothing was changed.
channels-cant = I can't post in { $title }. Make me an admin who may post, and try again.
channel-post-way = Talk to me in private
channel-post-foot = What you write to me in private is not shown to anybody here.
