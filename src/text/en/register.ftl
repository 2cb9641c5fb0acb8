### The register of the regulation: editions, acts, interpretations, gaps.

register-editions = Editions and grounds
register-editions-lead = When and by what the regulation was approved, how editions differ, and which acts it rests on.
register-own-text = The school’s text
register-compare = Editions compared
register-laws = Legal acts
register-words = Words of the regulation
register-interpretations = Interpretations and gaps
register-interpretations-lead = Where the text is silent or contradicts itself, the school decides. This shows what holds now and what a decision changes.
register-cells = Open questions of the matrix
register-oddities = Oddities of the text
register-gaps = Not regulated
register-compliance = Compliance by clause
register-in-force = The edition in force
register-clauses = Clauses
register-edition = Edition
register-approval = Approval
register-not-recorded = not recorded
register-not-recorded-text = Record the minutes of the council and the order: until then the app uses its own register.
register-no-paper = not named
register-protocol = Minutes of the council
register-order = Order of approval
register-from = In force from
register-to = To
register-data = Data
register-data-broken = cannot be read
register-section = Section
register-text-there = there
register-text-missing = not found
register-text-missing-long = The school’s text does not have this clause. Check the numbers in the file.
register-wording = In short
register-load-text = Load the text
register-no-text = The school’s text is not loaded
register-no-text-text = Load the full text of the regulation from a .txt file: it stands clause by clause beside the short wording.
register-new-edition = New edition
register-no-editions = No editions yet
register-no-editions-text = Add the edition that the school works by, and record when it was adopted and approved.
register-editions-note = At most one edition is in force. A new one ends the one before, which stays in the register.
register-state = State
register-state-draft = draft
register-state-later = not in force yet
register-state-in-force = in force
register-state-ended = ended
register-changes = What it changes
register-amends = amends: { $title }
register-amends-none = nothing, it is a new document
register-amends-field = Edition it amends
register-data-bundled = the app’s register
register-approve = Approve
register-withdraw = Take the approval back
register-amend = Amend
register-save-data = Save the data
register-text-found = Clauses found
register-text-missing-count = Not found
register-text-extra-count = Extra in the text
register-own-text-note = The school’s words on the left, the short wording of the register on the right.
register-text-extra = In the text and not in the register
register-own-words = The school’s words
register-title = Title
register-version = What the edition is called
register-version-hint = For example: edition 2, as amended on 10.01.2027.
register-data-file = File with the data of the edition
register-data-hint = A .json file with clauses, roles and the matrix. Without it the app’s register holds.
register-text-file = File with the text of the regulation
register-text-hint = A .txt file. The text stays in your plan.
register-no-data = Go back to the app’s register
register-drop-text = Drop the school’s text
register-edition-lead = A new edition is a draft first: it changes nothing until it is approved.
register-changes-nothing = This edition changes nothing.
register-text-preview = { $count ->
    [0] No clause was found in the text.
    [one] { $count } clause was found.
   *[other] { $count } clauses were found.
}
register-text-preview-missing = Not found: { $clauses }.
register-text-preview-extra = Extra in the text: { $places }.
register-paper = No. { $number } of { $date } · { $title }
register-choose = choose
register-approve-lead = The council adopts, then the head approves by an order. The edition is in force from its approval.
register-protocol-hint = Not in the list? Register the minutes on the page of the school.
register-order-hint = The order is signed by the head.
register-ends = The edition “{ $title }” ends on { $day }.
register-before = Before
register-after = After
register-compare-text = Choose two editions: the differences are shown clause by clause.
register-roles = Roles
register-actions = Actions
register-matrix = Matrix
register-chats = Rules of chats
register-required-chats = How many chats the school has to have
register-chat-required = required
register-chat-allowed = allowed
register-changed = { $count ->
    [0] No changes.
    [one] { $count } change.
   *[other] { $count } changes.
}
register-what = What
register-none = none
register-add-laws = { $count ->
    [0] Add the acts of the regulation
    [one] Add { $count } act of the regulation
   *[other] Add { $count } acts of the regulation
}
register-laws-there = Every act that the regulation names is in the list.
register-new-law = Add an act
register-law-absent = The regulation does not name: { $names }. It does not govern personal data, and the law applies (clause 4.3).
register-add-unnamed = Add to the list
register-law = Act of law
register-law-number = Number
register-law-date = Date
register-law-issuer = Issuer
register-used-in = Used in
register-no-laws = The list is empty. Add the acts that the regulation names by one act.
register-law-holds = in force
register-law-retired = ceased to be in force
register-retire = Ceased to be in force
register-retired-on = From which day
register-retired-hint = An empty day means that the act is in force again.
register-word = Word
register-meaning = What it means
register-no-words = This edition explains no words.
register-any = All
register-undecided = not decided
register-decided = decided
register-choice = The school’s decision
register-defaults-hold = Where nothing is decided, the default holds.
register-cells-note = The text does not answer these questions. Before a decision is recorded you see whose answer changes.
register-question = Action
register-role = Role
register-default = By default
register-why = Why
register-no-cells = There are no such questions.
register-own-reading = the school reads it otherwise
register-oddities-note = Each oddity is shown also where it matters.
register-oddity = Oddity { $number } ({ $clauses })
register-oddity-cells = { $count ->
    [0] Touches no cell of the matrix.
    [one] Touches { $count } open cell of the matrix.
   *[other] Touches { $count } open cells of the matrix.
}
register-default-reading = read by default
register-choice-lead = A decision changes only what the text leaves open.
register-effect = What changes
register-effect-line = { $question }: was “{ $before }”, becomes “{ $after }”.
register-gains = Who gains it: { $names }
register-loses = Who loses it: { $names }
register-cells-keep = leave as they are
register-cells-choice = The answer in the open cells
register-new-gap = Add a note
register-no-gaps = No notes
register-no-gaps-text = Write down what the regulation does not govern and what does: the law, the charter, another act of the school.
register-gaps-note = What is not in the regulation is governed by law, the charter and other acts of the school. Every finding without a clause of its own cites this one.
register-gap = Not governed by the regulation
register-topic = What
register-governed-by = What governs it
register-governed-hint = For example: 152-FZ; the charter, point 5.2; the order on the site.
register-how = How the school does it
register-noted-on = Noted
edition-error-too-large = The file is too large for an edition of a regulation.
edition-error-unreadable = Line { $line }, column { $column }: the file cannot be read ({ $reason }).
edition-error-foreign = The file is no edition of a regulation.
edition-error-newer = A newer app wrote the file: schema { $found }, this app reads up to { $known }.
edition-error-duplicate = Defined twice: { $place }.
edition-error-empty = A text is missing in one of the languages: { $place }.
edition-error-unknown-clause = Cites clause { $clause }, which is not in the register: { $place }.
edition-error-absent-clause = Rests on clause { $clause }, which the text does not have: { $place }.
edition-error-unknown-role = Names the role { $role }, which is not defined: { $place }.
edition-error-unknown-action = Names the action { $action }, which is not defined: { $place }.
edition-error-missing-row = The action { $action } is missing or out of order.
edition-error-missing-cell = Missing: { $place }.
edition-error-no-clause = Cites no clause: { $place }.
edition-error-no-default = Unsettled and without a default: { $place }.
edition-error-stray-default = Settled, so there must be no default: { $place }.
edition-error-stray-scope = Nothing is granted, so there can be no scope or condition: { $place }.
edition-error-other = The file is wrong: { $reason }.
edition-place-front = front matter
edition-place-role = role { $role }
edition-place-section = section { $number }
edition-place-clause = clause { $clause }
edition-place-action = action { $action }
edition-place-cell = the cell of action { $action }, role { $role }
edition-place-oddity = oddity { $number }
edition-place-command = app command { $id }
edition-place-term = word “{ $term }”
edition-place-law = act of law { $number }
