### The lock of a shared computer.

lock-title = Lock for a shared computer
lock-text = Where others work at this computer too, lock the plan: both copies are kept encrypted, and without the passphrase not one name is seen. The plan locks itself when you are away for long, and opens with the passphrase.
lock-limits = The lock guards what is stored after it was turned on. The browser clears what stood there before in its own time; downloaded files, snapshots and the screen of an open plan are not guarded.
lock-is-on = The lock is on.
lock-turn-on = Turn the lock on
lock-shut = Lock now
lock-soon = The plan is about to lock itself
lock-soon-text = Nobody has touched this computer for a while: in a minute the plan locks itself, and a form that is not saved is lost. To keep it open, press any key or move the mouse.
lock-stay = I am here
lock-change = Change the passphrase
lock-renew = New recovery sheet
lock-turn-off = Turn the lock off
lock-minutes = Lock the plan when nobody is there for
lock-after =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
lock-present = Present passphrase
lock-new = New passphrase
lock-new-hint = At least 8 characters. Several unrelated words that are easy to remember are best. Do not let the browser save it.
lock-again = New passphrase once more
lock-about-on = The passphrase is asked for each time the plan opens and after a pause. The next step shows the recovery sheet, which opens the plan if the passphrase is forgotten.
lock-about-change = The present passphrase will open nothing any more. The recovery sheet stays valid.
lock-about-renew = The present sheet will open nothing any more: destroy it.
lock-about-off = Both copies will be kept unencrypted again.
lock-to-sheet = Next: the recovery sheet
lock-missing = Enter the passphrase.
lock-too-short =
    { $count ->
        [one] At least { $count } character.
       *[other] At least { $count } characters.
    }
lock-not-same = The passphrases differ: enter both once more.
lock-write-down = Print the sheet or copy the code by hand, then tick this.
lock-written-down = The sheet is printed or the code is copied by hand
lock-sheet-title = Recovery sheet
lock-sheet-text = The code opens the school’s plan in the planner at { $address }, in this browser on this computer, if the passphrase is forgotten.
lock-sheet-keep = Keep the sheet where the organisation’s seal is kept, never at the computer. There is no other copy of the code: without it and without the passphrase nobody can open the plan.
lock-turned-on = The lock is on: both copies are encrypted.
lock-changed = The passphrase is changed.
lock-renewed = The new recovery sheet is valid.
lock-turned-off = The lock is off.
lock-screen-title = The plan is locked
lock-screen-text = While the plan is locked, nothing of it is on screen or in the memory of this page. Everything that was done is saved.
lock-passphrase = Passphrase
lock-code = Code of the recovery sheet
lock-code-hint = 30 digits; spaces do not matter.
lock-open = Open
lock-opening = Checking: it takes a second or two…
lock-use-code = Passphrase forgotten: open with the recovery sheet
lock-use-passphrase = Open with the passphrase
lock-give-up = Neither passphrase nor sheet
lock-give-up-text = Without the passphrase and the code nobody can open the plan, nor can we. You can delete it from this computer and begin anew, or open the last snapshot.
lock-rescue-text = download the encrypted records as they are.
lock-wrong = The passphrase does not fit. Check the keyboard layout and Caps Lock.
lock-wrong-code = The code does not fit. Compare all 30 digits with the sheet.
lock-no-worker = The part of the program that checks the passphrase did not load. Check the connection and try again.
lock-no-answer = The passphrase could not be checked: there may be too little memory. Close other tabs and try again.
lock-no-randomness = The browser gives no random numbers, and without them a lock is not safe. Update the browser.
lock-not-saved = The plan is not locked: the last changes are not saved yet. Download a snapshot or wait until they are.
lock-not-stored = The lock is not changed: { $reason }
