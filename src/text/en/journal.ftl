### Journal: who changed what, and when.

journal-lead = Every act with its old and new values. Any act can be undone as long as nobody changed its records again.
journal-words = Find an act
journal-kind = Kind of records
journal-author = Who
journal-everybody = Everybody
journal-caption = Acts, newest first
journal-when = When
journal-what = Act
journal-device = Device
journal-clause = Clause
journal-records = Records
journal-acts = What can be done
journal-details = Details
journal-details-of = Details: { $act }
journal-hide = Hide
journal-hide-of = Hide: { $act }
journal-undo-of = Undo: { $act }
journal-undone = undone
journal-is-undo = undo
journal-is-redo = redo
journal-nobody = no name given
journal-trimmed = { $count ->
    [one] { $count } older act stands only in snapshots downloaded before.
   *[other] { $count } older acts stand only in snapshots downloaded before.
}
journal-count = { $count ->
    [one] { $count } act
   *[other] { $count } acts
}
journal-empty = The journal is empty
journal-empty-text = Every act appears here. Start from the overview.
