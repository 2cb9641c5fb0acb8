### There was a plan, and it does not open.

recovery-damaged = The plan on this computer is damaged
recovery-damaged-text = Something is stored in the browser, but no copy opens as a whole. Nothing was deleted. Open the rescue page, download all there is, and restore the plan from a file or a snapshot.
recovery-unreachable = The plan cannot be read
recovery-unreachable-text = The browser does not let the page read its data: the plan may be there. Allow site data, close other tabs and reload the page.
recovery-rescue = Open the rescue page
recovery-reload = Try again
recovery-anew = Begin a new plan
recovery-anew-hint = A new plan does not erase the damaged data: at the first save they are put aside and can be downloaded in the settings.
