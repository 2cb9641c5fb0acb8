### Acts of the journal.

act-add = Added: { $what }
act-edit = Changed: { $what }
act-remove = Deleted: { $what }
act-create-classes = { $count ->
    [one] Created { $count } class: { $labels }
   *[other] Created { $count } classes: { $labels }
}
act-change-class = Moved to another class: { $what }
act-assign-homeroom = Class teacher: { $what }
act-import-roster = { $count ->
    [one] Imported lists ({ $source }): { $count } record
   *[other] Imported lists ({ $source }): { $count } records
}
act-open-snapshot = { $count ->
    [one] Opened a snapshot ({ $source }): { $count } record changed
   *[other] Opened a snapshot ({ $source }): { $count } records changed
}
act-merge-plan = { $count ->
    [one] Merged with a plan ({ $source }): { $count } record changed
   *[other] Merged with a plan ({ $source }): { $count } records changed
}
act-open-demo = Opened the demo school
act-undone = Undone: { $act }
act-redone = Redone: { $act }
nothing-changed = Nothing has changed
