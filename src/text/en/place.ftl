### The browser's storage: what happened and what to do.

place-full = the site’s storage is used up. Download a copy and make room
place-blocked = the browser does not let this page keep data. Allow site data, or download a copy
place-changed = another tab wrote. Reload the page
place-lost = what was written cannot be read back. Download a copy and check the disk
place-closed = another tab closed the storage. Try again
place-other = the storage failed ({ $what }). Download a copy
not-saved-outrun = another tab saved a newer plan. Your changes are being applied again
not-saved-gone = the plan was deleted from the browser. Download a copy while the page is open
not-saved-newer = a newer version of the app wrote here. Download a copy and reload the page
not-saved-read-only = another tab is the one that writes. Press “Continue here”
save-saved-once = Saved in one copy of two: { $reason }
save-retry = Try again
take-over = Continue here
