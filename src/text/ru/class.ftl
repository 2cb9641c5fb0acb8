### Страница класса и страница Учительской.

class-title = Класс { $label }
class-missing = Такого класса нет
class-missing-text = Класс удалён или адрес устарел. Удаление можно отменить стрелкой вверху страницы.
class-back = К классам и группам
class-as-of = на { $day }
class-archived = Закрыт { $day }
class-edit = Изменить класс
class-label = Название класса
class-label-hint = Номер и литера: 7А, 10Гум
class-archived-field = Закрыт с
class-archived-hint = Пусто, пока класс открыт
class-archive = Закрыть класс
class-restore = Открыть снова


class-gaps = Чего не хватает
class-gap-teacher = У класса нет классного руководителя.
class-gap-students = В классе никто не числится. Зачислите учеников или загрузите список.
class-gap-parents = { $count ->
    [one] У { $count } ученика не указан законный представитель. Добавьте его в карточке:
    [few] У { $count } учеников не указан законный представитель. Добавьте его в карточке:
   *[many] У { $count } учеников не указан законный представитель. Добавьте его в карточке:
}
class-gap-lines = Нет учителя: { $subjects }.
class-gap-lines-fix = Назначить в нагрузке
class-gap-unlisted = Класса нет в номенклатуре этого года. Исправьте номенклатуру или закройте класс.
class-gap-unlisted-fix = К номенклатуре

class-teacher = Классный руководитель
class-teacher-none = Не назначен
class-teacher-assign = Назначить классного руководителя
class-teacher-replace = Сменить
class-teacher-term = Изменить срок
class-teacher-assign-hint = Прежний срок, если он есть, завершится накануне первого дня нового.
class-teacher-none-to-choose = В школе ещё нет работников: сначала добавьте их в разделе «Люди».
class-teacher-history = История классного руководства
class-order = Приказ
class-from = Первый день
class-to = Последний день
class-to-hint = Пусто, пока срок не закончился
class-choose = Выберите
class-term = Срок
class-state = Состояние
class-planned = впереди
class-active = действует
class-ended = завершён
class-remove-record = Удалить запись
class-remove-hint = Удаляют запись, внесённую по ошибке; завершившийся срок отмечают последним днём.

class-students = Ученики
class-students-none = Учеников пока нет
class-students-none-text = Добавьте нового ученика, зачислите человека из плана или загрузите список.
class-student = Ученик
class-parents = Представители
class-participation = На платформе
class-since = В классе
class-acts = Действия
class-new-student = Новый ученик
class-enrol = Зачислить из плана
class-enrol-person = Кого зачислить
class-enrol-none = Все ученики плана уже числятся в классах. Добавьте нового ученика или переведите из другого класса.
class-student-name = Фамилия, имя, отчество
class-twins = Такой человек уже есть в плане:
class-move = Перевести
class-stay = Срок, выбытие

class-lines = Учебный план
class-lines-none = Строк нагрузки у класса нет.
class-lines-open = Открыть нагрузку
class-subject = Предмет
class-group = Подгруппа
class-whole = весь класс
class-line-teacher = Учитель
class-vacant = вакансия
class-hours = Часов в неделю
class-groups = Внеурочная деятельность
class-groups-none = Групп внеурочной деятельности для класса нет.
class-group-name = Группа
class-group-leader = Руководитель
class-group-others = Ещё для классов
class-stays = Движение учеников
class-stays-none = Переводов, выбытия и будущих зачислений нет.
class-now-in = Сейчас

class-staff-room-lead = Вступили: { $joined }. Ещё нет: { $missing }.
class-staff-name = Работник
class-staff-post = Должность
class-staff-state = Вступление
class-staff-joined = вступил(а)
class-staff-missing = ещё нет
class-staff-outside = не педагог и не администрация
class-staff-join = Отметить вступление
class-staff-join-all = Отметить всех вступившими
class-staff-join-all-text = { $count ->
    [one] Вступление будет отмечено у { $count } работника из тех, кто должен быть в Учительской.
    [few] Вступление будет отмечено у { $count } работников из тех, кто должен быть в Учительской.
   *[many] Вступление будет отмечено у { $count } работников из тех, кто должен быть в Учительской.
}
class-staff-filter = Показать
class-staff-all = Всех
class-staff-not-joined = Кто не вступил
class-staff-none = Работников в плане ещё нет
class-staff-none-text = Загрузите список работников или добавьте людей с должностями: они появятся здесь.
