### Сравнение ролей и людей, «что если».

compare-title = Сравнить и примерить
compare-lead = Чем различаются ответы, обязанности и чаты двух людей, одного человека в разные дни, и что изменится, если школа решит иначе. Здесь ничего не принимается.
compare-people = Два человека
compare-days = Человек сегодня и в другой день
compare-choice = Другое толкование
compare-edition = Другая редакция
compare-appointment = Новое назначение
compare-choose = Выберите, что сравнить
compare-people-text = Выберите двух людей: из работников или по имени среди всех.
compare-days-text = Выберите человека и день.
compare-choice-text = Выберите вопрос, на который текст не отвечает, и как его прочитать.
compare-edition-text = Выберите редакцию Положения.
compare-appointment-text = Выберите человека, роль и, где нужно, класс, нагрузку или группу.
compare-first = Первый
compare-second = Второй
compare-person = Человек
compare-on = День
compare-from = С какого дня
compare-place = Где
compare-cell = Вопрос
compare-name = Найти по имени
compare-take = Поставить
compare-nobody = Никто не выбран
compare-nothing = Не выбрано
compare-now = Сейчас
compare-then = Станет
compare-answers = Ответы
compare-cells = Ячейки матрицы
compare-duties = Обязанности по срокам
compare-chats = Обязательные чаты
compare-affected = У кого изменится ответ
compare-same = Различий нет: ответы, обязанности и чаты одинаковы.
compare-none = Без изменений.
compare-count = { $n ->
    [0] Без изменений
    [one] { $n } изменение
    [few] { $n } изменения
   *[many] { $n } изменений
}
compare-gets = Что изменится: { $name }
compare-loses = Кого сменят: { $name }
compare-summary = Ответов: { $answers }, обязанностей: { $duties }, чатов: { $chats }.
