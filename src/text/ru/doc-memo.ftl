### Памятки, листы, обложка архива.

doc-memo-name = ПАМЯТКА
doc-memo-subject = { $to } о работе на платформе «{ $platform }»
doc-memo-told = Что предусматривает Положение
doc-memo-clause = { $text } (п. { $clause })
doc-memo-steps = Что сделать
doc-memo-links = Не пересылайте ссылку-приглашение тем, кому она не предназначена.
doc-memo-own-lines = Ваши предметы и группы
doc-memo-of-class = Класс { $class }. Классный руководитель: { $leader }.
doc-memo-contacts = К кому обратиться
doc-memo-contact-administrator = Администратор платформы в школе: { $name }
doc-memo-contact-support = Поддержка платформы: { $email }
doc-memo-contact-help = Инструкции и материалы: { $site }
doc-memo-code-help = Инструкции и материалы

doc-memo-teacher-subject = педагогу
doc-memo-teacher-join = Перейдите по ссылке администратора в «Учительскую» и присоединитесь в роли «учитель».
doc-memo-teacher-status = Подтвердите статус «учитель», если администратор об этом попросит.
doc-memo-teacher-chats = Создайте чат с обучающимися по своему предмету или курсу и передайте им ссылку.
doc-memo-teacher-lessons = О дистанционном уроке сообщите заранее: день, время, ссылка, что подготовить.

doc-memo-class-teacher-subject = классному руководителю
doc-memo-class-teacher-classes = Классы: { $classes }.
doc-memo-class-teacher-chats = Создайте три чата своего класса: с обучающимися, с родителями и с педагогами.
doc-memo-class-teacher-links = Передайте ссылки на чаты: ученикам — на чат класса, родителям — только на родительский чат.
doc-memo-class-teacher-rules = Объявите правила чата и часы тишины, назначьте того, кто помогает следить за порядком.
doc-memo-class-teacher-movement = Сообщайте администратору о прибывших и выбывших в день приказа.
doc-memo-class-teacher-security = Познакомьте класс с памяткой по безопасности и соберите подписи.

doc-memo-student-subject = ученику
doc-memo-student-link = Войдите в чат по ссылке, которую дал учитель или классный руководитель.
doc-memo-student-name = Укажите в профиле настоящие имя и фамилию, чтобы учитель вас узнал.
doc-memo-student-part = Следите за чатом класса и чатами по предметам, приходите на онлайн-уроки вовремя.
doc-memo-student-trouble = Если вас обижают или просят о странном, сразу скажите классному руководителю или родителям.

doc-memo-parent-subject = родителю (законному представителю)
doc-memo-parent-link = Войдите в родительский чат по ссылке классного руководителя или администрации.
doc-memo-parent-class = В класс на платформе родители не вступают: заявка туда будет отклонена.
doc-memo-parent-name = Укажите в профиле настоящие имя и фамилию и скажите классному руководителю, чей вы родитель.
doc-memo-parent-consent = Согласие на обработку персональных данных можно дать или отозвать письменно в школе.
doc-memo-parent-other = Если вы не пользуетесь платформой, договоритесь с классным руководителем о другом способе связи.

doc-memo-security-subject = о безопасности профиля на платформе «{ $platform }»
doc-memo-security-password = Придумайте длинный пароль, который нигде больше не используете, и включите вход с подтверждением.
doc-memo-security-code = Никому не сообщайте пароль и код из сообщения — даже тому, кто называет себя учителем или сотрудником поддержки.
doc-memo-security-device = На чужом устройстве не сохраняйте пароль и выходите из профиля.
doc-memo-security-links = Не открывайте ссылки от незнакомых людей и не пересылайте ссылки-приглашения посторонним.
doc-memo-security-data = Не пишите в чатах адрес, номер документа, номер карты и другие личные сведения.
doc-memo-security-strangers = Проверяйте, кто пишет: в чате класса должны быть только свои. О чужом человеке скажите классному руководителю.
doc-memo-security-files = Не публикуйте фото и записи других людей без их согласия, не открывайте подозрительные файлы.
doc-memo-security-tell = Если профиль взломали, сразу смените пароль и сообщите классному руководителю или администратору.

doc-sheet-name = ЛИСТ ОЗНАКОМЛЕНИЯ
doc-sheet-with = с { $with }
doc-sheet-with-security = памяткой о безопасности профиля
doc-sheet-with-rights = листом прав и обязанностей
doc-sheet-with-chat-rules = правилами чатов
doc-sheet-class = Класс { $class }
doc-sheet-security-class = с памяткой о безопасности профиля, класс { $class }
doc-sheet-total = Ознакомлены: { $signed } из { $of }.

doc-sheet-rights-name = ЛИСТ ПРАВ И ОБЯЗАННОСТЕЙ
doc-sheet-rights-subject = участника на платформе «{ $platform }»
doc-sheet-rights-roles = Роли
doc-sheet-rights-no-roles = Ролей на этот день нет.
doc-sheet-rights-must = Обязанности
doc-sheet-rights-may = Права и возможности
doc-sheet-rights-open = Не урегулировано текстом Положения
doc-sheet-rights-if-needed = { $text }, при необходимости (п. { $clause })
doc-sheet-rights-note = Лист составлен по Положению и записям плана. Он показывает, что следует из документа, и не открывает доступа на платформе.
doc-sheet-rights-read = С листом ознакомлен(а):
doc-sheet-rights-page = Своя страница: шаги, сроки, права

doc-cover-name = ОБЛОЖКА ДЕЛА
doc-cover-subject = снимок плана работы на платформе
doc-cover-year = Учебный год
doc-cover-regulation = Положение
doc-cover-case = Индекс дела по номенклатуре
doc-cover-retention = Срок хранения и основание
doc-cover-file = Имя файла
doc-cover-bytes = Размер файла, байт
doc-cover-revision = Ревизия плана
doc-cover-author = Опечатал(а)
doc-cover-sealed = Опечатан
doc-cover-signed = Подписан ключом
doc-cover-remark = Примечание
doc-cover-digest = SHA-256 файла
doc-cover-inventory = Опись
doc-cover-what = Записи
doc-cover-count = Количество
doc-cover-note = Чтобы проверить файл, сравните его SHA-256 с напечатанным выше: на экране «Снимки» или командой sha256sum. Отпечаток показывает, что файл не изменён; электронной подписью он не является.
