### Words that every screen needs.

save = Save
cancel = Cancel
close = Close
add = Add
edit = Edit
delete = Delete
undo = Undo
nothing-found = Nothing found
previous-page = Previous page
next-page = Next page
page-of = Page { $n } of { $total }
row-count = { $count ->
    [0] No rows
    [one] { $count } row
   *[other] { $count } rows
}
error-summary = Check what you entered
required-mark = required
pages-label = Pages of the list
