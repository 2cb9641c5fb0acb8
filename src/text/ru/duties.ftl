### Календарь обязанностей.

duties-title = Обязанности учебного года
duties-lead = Что и когда делает каждая роль по пунктам Положения и чем это подтверждается.
duties-note = Выполнено ли, видно по записям: отмечать ничего не нужно. Люди вне платформы и без согласия не считаются.
duties-none = Учебный год не записан
duties-none-text = Обязанности расставляются по дням учебного года: запишите его в разделе «Школа».
duties-to-school = К учебному году
duties-role = Роль
duties-person = Человек
duties-month = Месяц
duties-until = Срок
duties-from = с { $day }
duties-what = Что сделать
duties-who = Кто
duties-nobody = никто не назначен
duties-done-of = выполнили { $done } из { $whole }
duties-overdue = просрочено
duties-due = пора
duties-not-yet = ещё не время
duties-done = выполнено
duties-file = обязанности
duties-save-file = Скачать календарь (.ics)
duties-print = Печать
duties-nothing-left = По этому отбору всё выполнено.
