### Snapshots: download the plan as a file, open a file.

snapshots-lead = A snapshot is the whole plan in one file: for a colleague, for the archive, for another computer.
export-title = Download a snapshot
export-text = The file holds every record and the journal. It contains personal data: keep and pass it on as a document of the school.
export-note = Note on the snapshot
export-note-hint = Optional: for example “before the 9th grades move up”
export-button = Download a snapshot
export-busy = Making and checking the file…
export-empty = The plan is empty: there is nothing to download yet.
export-done = The snapshot is being downloaded: { $file }
export-failed = The snapshot could not be read back and is not given out: { $reason }
export-blocked = The browser did not let the file be saved. Allow downloads for this page and try again.
export-too-large = The file could not be made: it holds more than this format can.
export-last = Last copy outside of the browser: { $when }
export-never = There is no copy outside of the browser yet.
export-current = The plan has not changed since.
export-acts-since = { $count ->
    [one] { $count } act since.
   *[other] { $count } acts since.
}

reminder-never = There is no copy of the plan outside of the browser yet: download a snapshot.
reminder-old = { $count ->
    [0] The last copy outside of the browser was made today, but much has changed since: download a snapshot.
    [one] The last copy outside of the browser is { $count } day old: download a snapshot.
   *[other] The last copy outside of the browser is { $count } days old: download a snapshot.
}
reminder-button = To the snapshots

opening-drop = Drop a snapshot file here
opening-choose = Choose a file
opening-refused = The file “{ $file }” was not opened. The plan is unchanged.
opening-gone = The browser could not read the file. Choose it again.
opening-altered-look = Look at what is in the file anyway
opening-another = Choose another file

unopened-empty = The file is empty. Most likely it was not downloaded to the end: ask for it again.
unopened-too-big = The file is too big ({ $bytes } bytes, the limit is { $limit }): no plan is. Check whether it is the right file.
unopened-utf16 = The file was saved again as UTF-16. A snapshot is in UTF-8: take the original file.
unopened-one-byte = The file was saved again in an old encoding, it looks like windows-1251. A snapshot is in UTF-8: take the original file.
unopened-damaged = The text of the file is damaged from byte { $at } on. Take another copy.
unopened-not-json = This is not a snapshot file: line { $line }, place { $column } holds something else. Check whether it is the right file.
unopened-cut-off = The file ends too early, in line { $line }, place { $column }: it was not copied whole. Take another copy.
unopened-too-deep = The file is not built as a snapshot: its values are nested too deeply in line { $line }. Check whether it is the right file.
unopened-foreign = This is a file of another program, not a snapshot of the planner.
unopened-newer = The snapshot was written by a newer version of the app ({ $app }), schema { $file }; this version reads schema { $own } and older. Update the app.
unopened-newer-nameless = The snapshot was written by a newer version of the app, schema { $file }; this version reads schema { $own } and older. Update the app.
unopened-structure = The file holds a wrong value: line { $line }, { $path }. Take another copy, or show this to whoever edited the file: { $what }
unopened-twice = The same record stands twice in the file ({ $kind }). It was edited by hand: take the original.
unopened-altered = The file was changed after it was written: the digest does not fit. If you did not edit it yourself, take the original.
unopened-dangling = { $count ->
    [one] The file has { $count } link to a record that is not in it.
   *[other] The file has { $count } links to records that are not in it.
}
unopened-not-what-was-written = The check read another plan than was written. Try again; if the error stays, report it.

preview-title = What is in the file and what would change
preview-file = File
preview-organisation = Organisation
preview-made = Made
preview-author = Author
preview-author-unknown = not given
preview-revision = Revision
preview-note = Note
preview-relation = What it is to your plan
preview-kind = Kind of records
preview-ours = In the plan
preview-theirs = In the file
preview-added = Added
preview-changed = Changed
preview-removed = Removed
preview-counts = How many records would change
preview-differences = List of differences
preview-all-kinds = All kinds
preview-same = The records of the file and of the plan are the same: there is nothing to change.
preview-safety = Before it opens, the present plan is downloaded as a file. Opening is one act: it can be undone, after a reload too.
preview-type-number = Type the number of people who would go: { $number }
preview-type-wrong = Type { $number } to confirm that so many people go.
preview-opened = The snapshot is open: { $file }
preview-no-safety = The copy of the present plan was not written, so the file was not opened. { $reason }
preview-dangling-stop = Such a file can be looked at but not opened: the plan would have links that lead nowhere.

relation-into-empty = The open plan is empty, nothing is at stake.
relation-same = The same plan in the same state.
relation-older = The same plan, an earlier state.
relation-newer = The same plan, continued after your state.
relation-diverged = The same plan, but changed both here and in the file.
relation-unknown = The same plan; the history does not tell which state is newer.
relation-same-school = The same school, but the plan was begun apart.
relation-other-school = A plan of another school.

warning-other-school = This is a plan of another school: it would replace yours as a whole.
warning-older = Your plan has later changes: they would go.
warning-diverged = Your plan has changes of its own that are not in the file: they would go.
warning-removes-people = { $count ->
    [one] { $count } person of { $total } would go.
   *[other] { $count } people of { $total } would go.
}
warning-altered = The file was changed after it was written: you chose to look at it anyway.
