### Общие слова документов школы.

paper-row-number = №
paper-full-name = ФИО
paper-date = Дата
paper-signature = Подпись
