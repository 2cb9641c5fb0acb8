### Settings: who is at the keyboard, storage, the example, deletion.

settings-lead = Settings of this computer and the state of storage. Settings of the school itself are under “School”.
settings-person = Who is at the keyboard
settings-person-text = The name and the label of the device go into the journal and into snapshots.
settings-author = Your name
settings-device = Label of the device
settings-device-hint = For example “room 12”
settings-roles-note = The name checks nobody and forbids nothing. The app has no access control: whoever opens this browser sees and changes the whole plan. User accounts of the computer and the lock (below) restrict it.
settings-look = Language and appearance
language-name = English

settings-storage = Storage
settings-storage-text = The plan is kept in this browser in two copies. Another browser and another computer do not see it.
copy-durable = Durable copy (IndexedDB)
copy-boot = Quick copy (localStorage)
copy-empty = there is no plan yet
copy-whole = written whole
copy-behind = being written
copy-to-mend = was damaged or behind; it is repaired with the next save
copy-failed = not written: { $reason }
meter-label = Room used by the quick copy
meter-value = { $percent } %, { $free } KB free of { $all } KB
meter-fine = There is enough room.
meter-warn = Room is running out. Download a snapshot and think about what can be deleted.
meter-hold = There is hardly any room: nothing new can be added, but you can edit, delete and download. Download a snapshot, then delete what is not needed.
meter-foreign = { $size } KB of it belong to other pages of this address.
meter-unknown = The browser does not let us see how much room is used.
persistence-label = The browser’s promise not to clear the data
persistence-granted = given: the browser will not clear the data by itself
persistence-denied = not given: the browser may clear the data when the disk is full or the page was long unused. Download snapshots
persistence-absent = this browser or address does not give it. Download snapshots
persistence-ask = Ask the browser
persistence-reading = checking
last-copy-label = Last copy outside of the browser
trouble-title = Something was wrong with the copies when the page opened
trouble-unreadable = { $copy }: could not be read ({ $reason })
trouble-mend = { $copy }: damaged or behind
trouble-damaged = { $count ->
    [one] { $count } piece is damaged; it is put aside as it is.
   *[other] { $count } pieces are damaged; they are put aside as they are.
}
kept-title = Put aside
kept-text = Damaged data as they were. Download them before you delete them: some records may be rescued from them.
kept-count = { $count ->
    [one] { $count } piece
   *[other] { $count } pieces
}
kept-download = Download what was put aside
kept-delete = Delete what was put aside
kept-download-first = Download what was put aside first.
kept-deleted = What was put aside is deleted.
left-title = Changes that could not be saved
left-text = { $count ->
    [one] { $count } change of this tab did not fit the plan that another tab saved. Download it and enter it again if you need it.
   *[other] { $count } changes of this tab did not fit the plan that another tab saved. Download them and enter them again if you need them.
}
left-download = Download what was not saved
rescue-link = Rescue page
rescue-text = Opens even when the app does not start: shows the copies and lets you download them.

demo-title = Demo school
demo-text = An invented school to look at and to try things. It replaces the open plan as one act that can be undone.
demo-gymnasium = Gymnasium: 31 classes, 775 students
demo-complex = Complex: 140 classes, 3,600 students
demo-giant = The largest: 227 classes, 6,800 students
demo-trials = The two large schools are for trials: how the app and its storage work at their limits. They take some seconds to open.
demo-busy = Making the school…
demo-failed = The demo school could not be made: the second part of the program did not load, or stopped. The plan is unchanged. Check the connection and try again.

wipe-title = Delete the plan from this computer
wipe-text = Both copies and what was put aside are deleted. This cannot be undone: bring the plan back from a snapshot.
wipe-button = Delete the plan…
wipe-download = Download a snapshot first
wipe-type = To confirm, type: { $word }
wipe-word = delete
wipe-wrong = Type exactly: { $word }
wipe-confirm = Delete for good
wipe-done = The plan is deleted from this computer.
wipe-failed = The plan is not deleted: { $reason }
wipe-empty = There is no plan on this computer: nothing to delete.

about-title = About the app
about-version = Version { $version }

notice-trouble = One of the copies of the plan was damaged or could not be read. The plan was opened from the best copy.
notice-left = Some changes are not saved: you can download them.
notice-wiped = The plan was deleted in another tab. Here it is still on screen: download a snapshot if you need it.
notice-details = To the settings
notice-reload = Reload the page
