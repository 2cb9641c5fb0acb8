### Pages of the areas: tables, forms, boards.

page-tabs = Parts of the page
page-copied = Copied
page-not-copied = The browser did not allow copying: select the text and copy it by hand.
page-step-done = done
page-step-current = next step
page-step-open = to be done
page-step-blocked = waits for other steps
figure-of = { $value } of { $of }
board-show = Show { $count } more
board-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
table-choose = Choice
table-acts = Acts
table-nothing = Nothing found: change the search.
table-search = Search
table-choose-all = Choose all
table-chosen = { $count ->
    [one] { $count } row chosen
   *[other] { $count } rows chosen
}
table-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
table-csv = Download CSV
table-xlsx = Excel
table-print = Print
search-none = nothing chosen
search-in = Search: { $label }
file-no-text = The file cannot be read as text. Save it in UTF-8 and choose it again.
file-lines = { $count ->
    [one] { $count } line read
   *[other] { $count } lines read
}
chart-table = Show as a table
