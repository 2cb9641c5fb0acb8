### Work without a network, a new version, the page about data and requests.

update-waiting = A new version of the app is ready. It opens when the page is reloaded; what is unsaved is saved first.
update-changed = Another tab already shows a new version of the app. Reload this page too; what is unsaved is saved first.
update-apply = Save and reload
update-not-saved = The page was not reloaded: there are changes that are not saved yet. Download a copy of the plan or try again.
insecure-text = This address is not encrypted (http). Everything is saved, but these are off: work without a network and installing, the browser’s promise to keep the data, taking turns between tabs, in some browsers the copy button. Ask whoever runs the site for https.

offline-title = Without the internet
offline-ready = The whole app is kept in this browser and opens without a network.
offline-wait = The app is not kept for work without a network yet: that happens by itself in the first minutes.
offline-off = Without a network the app does not open at this address: there is no https, the window is private, or there is no room.
offline-install = Install as an app

guide-title = Handbook
guide-text = For the administrator, the class teacher, the head, the archivist, and whoever runs the site. Can be read without a network too.
guide-link = Open the handbook

proof-link = Data and requests
proof-link-text = What is kept where, what the page has asked for, whose code runs. For whoever answers for personal data.
proof-title = Data and requests
proof-lead = What the app keeps on this computer and what it has asked for. The browser counts, not the app: its developer tools show the same.
proof-summary = In short
proof-home = Where the app was opened from
proof-version = Version
proof-build = Build
proof-build-note = A fingerprint of all files of the app; compare it with that of whoever released it.
proof-foreign = Requests to other sites
proof-none = none
proof-some = { $count ->
    [one] { $count } request
   *[other] { $count } requests
}
proof-unknown = the browser does not report requests
proof-kept = What is kept
proof-kept-note = All of it lies in the browser’s profile on this computer and can be seen by whoever can open that profile. It is deleted in the settings.
proof-kept-none = The browser keeps nothing for this address.
proof-place = Where
proof-name = Name of the record
proof-what = What it is
proof-size = Size
proof-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
proof-tab = Memory of the tab (sessionStorage)
proof-cache = Files of the app (Cache Storage)
proof-plan = the plan
proof-lock = the lock, which opens nothing without its passphrase or code
proof-same-file = The file that snapshots are saved to: its name and the right to write it
proof-setting = a setting of this computer
proof-program = the program, for work without a network
proof-edition = the staff edition of this site
proof-other = another page of this address
proof-asked = What the page has asked for
proof-asked-note = Since this tab was opened. The second part of the app and the copy for work without a network fetch their files by themselves, from this site only too: the policy below allows nothing else.
proof-address = Address
proof-kind = What for
proof-received = Received
proof-whose = Whose site
proof-whose-own = own
proof-whose-other = another
proof-from-copy = from a copy
proof-kilobytes = { $size } KB
proof-policy = What the page is allowed
proof-policy-note = The browser enforces this policy: it lets no request to any other site through, whatever the app may hold.
proof-libraries = Whose code runs
proof-libraries-note = The list was made by the build. The full words of the licences lie beside the app, in the file licences.html.
proof-libraries-none = The list did not load.
proof-library = Library
proof-licence = Licence
