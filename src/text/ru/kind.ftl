### Виды записей.

kind-organisation = организация
kind-platform = платформа
kind-settings = настройки школы
kind-school-year = учебный год
kind-local-act = документ
kind-person = человек
kind-class = класс
kind-nomenclature = номенклатура классов
kind-enrolment = зачисление
kind-representation = связь с ребёнком
kind-position = должность
kind-homeroom = классное руководство
kind-appointment = назначение администратора
kind-membership = участие на платформе
kind-verification = статус «учитель»
kind-subject = предмет
kind-load-line = строка нагрузки
kind-activity-group = группа внеурочной деятельности
kind-active-group = актив
kind-interpretation = толкование
kind-import-profile = профиль загрузки
