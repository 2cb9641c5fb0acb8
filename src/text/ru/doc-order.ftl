### Приказы, распоряжения, письма.

doc-order-approval-subject = Об утверждении { $regulation }
doc-order-approval-ground = В соответствии со статьёй 30 Федерального закона от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации» и на основании решения педагогического совета (протокол { $protocol })
doc-order-approval-approve = Утвердить { $regulation } (прилагается).
doc-order-approval-from = Ввести его в действие с { $day }
doc-order-approval-from-signing = Ввести его в действие со дня подписания настоящего приказа.
doc-order-approval-replaces = Признать утратившей силу прежнюю редакцию, утверждённую приказом { $order }.
doc-order-approval-acquaint = Администратору платформы { $whom } ознакомить с документом педагогических работников под подпись.
doc-order-approval-families = Классным руководителям ознакомить с документом обучающихся и их родителей (законных представителей).
doc-order-approval-site = Разместить документ на официальном сайте организации ({ $site }).

doc-extract-council-name = ВЫПИСКА ИЗ ПРОТОКОЛА
doc-extract-council-subject = заседания педагогического совета { $protocol }
doc-extract-council-present = Членов педагогического совета: { $count }. Присутствовали: ______ человек.
doc-extract-council-agenda = Повестка дня: о принятии { $regulation }.
doc-extract-council-heard = СЛУШАЛИ: { $speaker }, о проекте { $regulation }.
doc-extract-council-decided = РЕШИЛИ:
doc-extract-council-adopt = Принять { $regulation }.
doc-extract-council-amend = Внести изменения в { $regulation }.
doc-extract-council-changes = Содержание изменений: { $changes }
doc-extract-council-submit = Представить документ руководителю для утверждения приказом.
doc-extract-council-votes = Голосовали: «за» — ______, «против» — ______, «воздержались» — ______.
doc-extract-council-chair = Председатель
doc-extract-council-secretary = Секретарь
doc-extract-council-true-copy = Выписка верна. { $date }
doc-extract-council-clerk = Выписку подготовил(а)

doc-order-administrator-subject = О назначении администратора платформы «{ $platform }»
doc-order-administrator-ground = В соответствии с { $regulation } и в целях организации работы на платформе «{ $platform }»
doc-order-administrator-appoint = Назначить { $whom }, администратором платформы «{ $platform }» с { $from }
doc-order-administrator-contacts = Использовать для регистрации на платформе контактные данные администратора: адрес электронной почты { $email }, номер мобильного телефона { $phone }.
doc-order-administrator-duties = { $whom } исполнять обязанности администратора платформы согласно приложению.
doc-order-administrator-apply = { $whom } направить в поддержку платформы заявку на регистрацию организации с приложением настоящего приказа.
doc-order-administrator-additional = Принять к сведению, что дополнительными администраторами из числа педагогических работников назначены: { $names }.
doc-order-administrator-annex = Обязанности администратора платформы

doc-directive-additional-subject = О дополнительных администраторах платформы «{ $platform }»
doc-directive-additional-ground = На основании { $regulation } по решению администратора платформы { $by } дополнительными администраторами назначены педагогические работники, которые присоединились к организации:
doc-directive-additional-duties = Дополнительным администраторам помогать администратору платформы в исполнении его обязанностей в пределах прав, которые даёт платформа.
doc-directive-additional-end = Прекращение полномочий оформлять так же, с записью в журнале.

doc-order-nomenclature-subject = Об утверждении номенклатуры классов на { $year } учебный год
doc-order-nomenclature-ground = В соответствии с { $regulation } и в целях единого наименования классов на платформе
doc-order-nomenclature-approve = Утвердить номенклатуру классов на { $year } учебный год (приложение).
doc-order-nomenclature-create = Администратору платформы { $whom } создать классы на платформе в соответствии с номенклатурой.
doc-order-nomenclature-annex = НОМЕНКЛАТУРА КЛАССОВ

doc-order-homeroom-subject = О распределении классного руководства на { $year } учебный год
doc-order-homeroom-ground = В целях организации воспитательной работы и общения с обучающимися и их родителями (законными представителями)
doc-order-homeroom-approve = Утвердить распределение классного руководства на { $year } учебный год (приложение).
doc-order-homeroom-attach = Администратору платформы { $whom } прикрепить классных руководителей к классам на платформе согласно распределению.
doc-order-homeroom-chats = Классным руководителям создать чаты своих классов: с обучающимися, с родителями (законными представителями) и с педагогами класса.
doc-order-homeroom-annex = РАСПРЕДЕЛЕНИЕ КЛАССНОГО РУКОВОДСТВА

doc-order-use-subject = Об использовании платформы «{ $platform }» в { $year } учебном году
doc-order-use-ground = В соответствии с { $regulation } и в целях организации образовательной деятельности с применением платформы
doc-order-use-use = Использовать платформу «{ $platform }» в урочной и внеурочной деятельности, в воспитательной работе и в общении с родителями (законными представителями).
doc-order-use-tasks = Утвердить перечень задач, ответственных и сроков (приложение).
doc-order-use-administrator = Администратору платформы { $whom }:
doc-order-use-structure = до { $until } создать «Учительскую» и классы по утверждённой номенклатуре, прикрепить классных руководителей;
doc-order-use-invites = до { $until } выдать ссылки-приглашения педагогическим работникам и вести учёт ссылок;
doc-order-use-sweep = не реже одного раза в четверть аннулировать ссылки, которыми никто не воспользовался, и оформлять это актом;
doc-order-use-report = ежеквартально представлять справку об использовании платформы, если статистика доступна.
doc-order-use-class-teachers = Классным руководителям до { $until } создать чаты своих классов и передать ссылки обучающимся и родителям.
doc-order-use-teachers = Учителям-предметникам и педагогам дополнительного образования до { $until } создать чаты по своим предметам и курсам.
doc-order-use-materials = Администрации передавать администратору платформы материалы для системных каналов.
doc-order-use-control = Контроль за использованием платформы, в том числе за дистанционными уроками и мероприятиями, поручить:
doc-order-use-control-head = Контроль за использованием платформы, в том числе за дистанционными уроками и мероприятиями, осуществляет руководитель.
doc-order-use-annex = Задачи, ответственные и сроки
doc-order-use-by = до { $day }
doc-order-use-if-needed = при необходимости
doc-order-use-quarterly = ежеквартально
doc-order-use-all-year = в течение года

doc-application-to = В службу поддержки платформы «{ $platform }»
doc-application-from = от организации: { $organisation }
doc-application-name = ЗАЯВКА
doc-application-subject = на регистрацию образовательной организации на платформе «{ $platform }»
doc-application-text = Просим зарегистрировать на платформе «{ $platform }» образовательную организацию { $organisation } и предоставить права администратора указанному ниже работнику.
doc-application-administrator = Администратор от организации
doc-application-attached = Приложение: копия приказа { $order } о назначении администратора.
doc-application-consent = Администратор согласен на передачу указанных контактных данных для регистрации.

doc-letter-vendor-name = ОБРАЩЕНИЕ
doc-letter-vendor-subject = в поддержку платформы: { $about }
doc-letter-vendor-number = Номер обращения, присвоенный поддержкой: { $number }
doc-letter-vendor-greeting = Здравствуйте!
doc-letter-vendor-tickets = Обращение объединяет вопросы участников:
doc-letter-vendor-ask = Просим сообщить решение и срок ответным письмом.
doc-letter-vendor-reach = Для связи: { $reach }

doc-card-name = КАРТОЧКА ОРГАНИЗАЦИИ
doc-card-subject = для заполнения профиля организации на платформе
