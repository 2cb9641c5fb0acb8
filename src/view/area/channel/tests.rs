//! The screen of channels, as a person works on it.

use super::{Ask, Deed};
use crate::domain::{
    Channel, ChannelId, ChannelKind, MaterialId, MaterialState, PublicationId, PublicationState, RecordKey,
};
use crate::view::area::stage::{Stage, check_hides, check_shows};
use crate::view::route::Route;

fn channel(stage: &Stage) -> ChannelId {
    *stage.school().channels().keys().next().unwrap()
}

fn material(stage: &Stage) -> MaterialId {
    *stage.school().materials().keys().next().unwrap()
}

fn publication(stage: &Stage) -> PublicationId {
    *stage.school().publications().keys().next().unwrap()
}

/// A school with the general channel and its editor.
fn stage() -> Stage {
    let mut stage = Stage::new();
    let editor = stage.sample.baranov.to_string();
    assert_eq!(stage.ask(Ask::Channel(None, ChannelKind::General), &[("editor", &editor)]), "ok");
    stage
}

#[test]
fn the_missing_channel_is_the_next_step() {
    let mut stage = Stage::new();
    let page = stage.page(Route::Channels, "");
    check_shows(&page, "Канала ещё нет в плане");
    check_shows(&page, "channel-staff");
    assert_eq!(stage.ask(Ask::Channel(None, ChannelKind::Staff), &[]), "ok");
    let page = stage.page(Route::Channels, "");
    check_hides(&page, "channel-staff");
    check_shows(&page, "Аудитория: работники (4 на платформе)");
    let id = channel(&stage);
    assert_eq!(stage.ask(Ask::Created(id), &[("on", "2026-09-03")]), "ok");
    check_shows(&stage.page(Route::Channels, ""), "создан 03.09.2026");
}

#[test]
fn an_editor_who_may_not_publish_is_refused_before_and_after() {
    let mut stage = Stage::new();
    let editor = stage.sample.vetrova.to_string();
    let ask = Ask::Channel(None, ChannelKind::General);
    let why = "Ветрова Анна Ильинична: ни один пункт не даёт права «Публиковать в системных каналах». \
               Выберите того, кто может: администратор платформы, дополнительный администратор. Пункт 2.1/13.";
    assert_eq!(stage.form(ask.clone(), &[("editor", &editor)]).refused.as_deref(), Some(why));
    assert_eq!(stage.ask(ask, &[("editor", &editor)]), why);
}

#[test]
fn a_channel_shows_whom_it_reaches_while_it_is_typed() {
    let stage = Stage::new();
    let form = stage.form(Ask::Channel(None, ChannelKind::Other), &[("audience", "parents\nadministration")]);
    check_shows(&form.preview, "3 на платформе");
}

#[test]
fn outsiders_are_noted_and_ticked_off() {
    let mut stage = stage();
    let (id, zueva) = (channel(&stage), stage.sample.zueva);
    assert_eq!(stage.ask(Ask::Outsiders(id), &[("extra", &zueva.to_string())]), "ok");
    check_shows(&stage.page(Route::Channels, ""), "Зуева Ева Марковна");
    assert_eq!(stage.act(Deed::Outside(id, zueva)), "ok");
    check_hides(&stage.page(Route::Channels, ""), "Зуева Ева Марковна");
}

#[test]
fn from_a_request_to_what_is_published() {
    let mut stage = stage();
    let (channel_id, vetrova) = (channel(&stage).to_string(), stage.sample.vetrova.to_string());
    let fields = [("title", "День учителя"), ("channel", &*channel_id), ("author", &*vetrova), ("due", "2026-09-08")];
    assert_eq!(stage.ask(Ask::Material(None), &fields), "ok");
    check_shows(&stage.page(Route::Channels, "tab=materials"), "Просрочено: 08.09.2026");
    let id = material(&stage);
    assert_eq!(stage.ask(Ask::Submit(id), &[("text", "С праздником!\nВсем")]), "ok");
    assert_eq!(stage.ask(Ask::Return(id), &[("reason", "нет фамилий")]), "ok");
    check_shows(&stage.page(Route::Channels, "tab=materials"), "нет фамилий");
    // What is planned from it takes its title, channel and material over.
    assert_eq!(stage.ask(Ask::Publication(None, Some(id)), &[("planned", "2026-10-05")]), "ok");
    let publication = publication(&stage);
    assert_eq!(stage.school().publications()[&publication].state, PublicationState::Material);
    let early = stage.act(Deed::Ready(publication));
    assert_eq!(early, "«День учителя»: материал ещё не принят. Примите его, потом продолжайте. Пункт 2.2/5.");
    assert_eq!(stage.ask(Ask::Submit(id), &[]), "ok");
    assert_eq!(stage.act(Deed::Accept(id)), "ok");
    assert_eq!(stage.act(Deed::Ready(publication)), "ok");
    assert_eq!(stage.ask(Ask::Publish(publication), &[]), "ok");
    check_shows(&stage.page(Route::Channels, "tab=publications"), "опубликовано 10.09.2026");
    stage.undo();
    check_shows(&stage.page(Route::Channels, "tab=publications"), "готово к публикации");
}

#[test]
fn the_author_is_of_the_administration() {
    let mut stage = stage();
    let baranov = stage.sample.baranov.to_string();
    let form = stage.form(Ask::Material(None), &[("author", &baranov)]);
    check_shows(&form.refused, "ни один пункт не даёт права «Передать материал для каналов»");
    assert_eq!(stage.ask(Ask::Material(None), &[("title", "Итоги")]), "ok");
    let id = material(&stage);
    let answer = stage.ask(Ask::Submit(id), &[("text", "Текст")]);
    assert_eq!(answer, "«Итоги»: укажите автора из администрации. Пункт 2.2/5.");
    assert_eq!(stage.school().materials()[&id].state, MaterialState::Requested);
}

#[test]
fn the_content_calendar_shows_publications_and_due_days() {
    let mut stage = stage();
    let channel_id = channel(&stage).to_string();
    let fields = [("title", "Итоги"), ("channel", &*channel_id), ("planned", "2026-11-18")];
    assert_eq!(stage.ask(Ask::Publication(None, None), &fields), "ok");
    assert_eq!(stage.ask(Ask::Material(None), &[("title", "Фото"), ("due", "2026-11-12")]), "ok");
    let page = stage.page(Route::Channels, "tab=calendar&month=2026-11");
    check_shows(&page, "Ноябрь 2026");
    check_shows(&page, "Итоги");
    check_shows(&page, "Срок материала: Фото");
    check_hides(&stage.page(Route::Channels, "tab=calendar&month=2026-12").sections, "Итоги");
    check_shows(&stage.page(Route::Channels, "tab=plan"), "18.11.2026");
    check_hides(&stage.page(Route::Channels, &format!("tab=plan&channel={}", stage.sample.order)).sections, "Итоги");
}

#[test]
fn a_channel_is_put_away_brought_back_and_removed() {
    let mut stage = stage();
    let id = channel(&stage);
    assert_eq!(stage.ask(Ask::Archive(id), &[]), "ok");
    check_shows(&stage.page(Route::Channels, ""), "в архиве с 10.09.2026");
    assert_eq!(stage.act(Deed::Restore(id)), "ok");
    assert_eq!(stage.act(Deed::Remove(RecordKey::to::<Channel>(id))), "ok");
    check_shows(&stage.page(Route::Channels, ""), "Каналов ещё нет");
}

#[test]
fn what_is_missing_is_asked_for() {
    let mut stage = stage();
    assert_eq!(
        stage.ask(Ask::Publication(None, None), &[("planned", "")]),
        "title: Empty, channel: Choice, planned: Empty"
    );
    assert_eq!(stage.ask(Ask::Material(None), &[("due", "скоро")]), "title: Empty, due: Date");
}
