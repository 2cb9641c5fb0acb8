### The move to another platform.

migration-title = Move to another platform
migration-lead = The regulation was written for one platform. Where the school moves to another, this shows what has moved and who has not.
migration-tab-track = What moves
migration-tab-platforms = Platforms
migration-next = Next platform
migration-next-none = No move is planned
migration-next-none-text = Choose the platform to which the school moves. What is unknown may be left empty.
migration-next-choose = Choose a platform
migration-give-up = Cancel the move
migration-switch-on = When everybody moves
migration-compare = The platforms compared
migration-fact = What
migration-parent-term = The role of a parent is called
migration-has-calls = Calls
migration-has-files = Files
migration-has-polls = Polls
migration-from = Take from a description that comes with the app
migration-from-none = take none
migration-from-hint = The fields are filled with what the app knows; change them to suit your school.
migration-plan-all = { $count ->
    [0] Plan everything
    [one] Plan { $count } counterpart
   *[other] Plan { $count } counterparts
}
migration-all-planned = Everything is planned already.
migration-switch = Switch to “{ $name }”
migration-tracker = What moves
migration-tracker-note = Every chat, channel and class has a counterpart, a state, the day when the old one becomes read-only, and those who have not moved yet.
migration-moved = Moved
migration-created = Created there
migration-planned = Planned
migration-overdue = Overdue
migration-missing = Not moved yet
migration-not-counted = Not moving: { $count }. Not counted.
migration-what = Kind
migration-what-chat = chat
migration-what-channel = channel
migration-what-class = class
migration-any = All
migration-state = State
migration-state-none = not planned
migration-state-planned = planned
migration-state-created = created
migration-state-moved = moved
migration-state-not-needed = not moving
migration-name = Now
migration-there = On the next platform
migration-read-only = The old one is read-only from
migration-plan-chosen = Plan
migration-close = Set the day when the old ones close
migration-create = Mark as created
migration-arrive = Mark who has moved
migration-excuse = Leave where it is
migration-restart = Back to planned
migration-nothing = Nothing fits this filter.
migration-counterpart-lead = What it is called on the next platform and where it is.
migration-there-name = Its name there
migration-there-link = Link
migration-chosen = { $count ->
    [0] Nothing is chosen.
    [one] { $count } counterpart is chosen.
   *[other] { $count } counterparts are chosen.
}
migration-chosen-unplanned = Nothing of what is chosen has a counterpart. Plan them first.
migration-on = When
migration-arrive-lead = Where nobody is left, the move is complete.
migration-who-missing = Who has not moved yet
migration-who-missing-hint = Leave it empty where everybody has moved.
migration-reason = Why it does not move
