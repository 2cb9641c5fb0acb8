//! The helpers themselves, on a few elements added to the page: a helper that does nothing would let tests pass.

use std::fs;

use sferum_planner_e2e::{Browser, Folder, Outcome};

/// Fields that write what happens to them into an output.
const FORM: &str = "
    const form = document.createElement('section');
    form.id = 'trial';
    const add = (tag, attributes, text = '') => {
        const element = Object.assign(document.createElement(tag), attributes);
        element.append(text);
        form.append(element);
        return element;
    };
    const output = add('output', { id: 'said' });
    const say = async (what, files) => {
        const texts = await Promise.all([...files].map(async (file) => `${file.name}=${await file.text()}`));
        output.textContent = `${what} ${texts.join(' ')}`;
    };
    const file = add('input', { type: 'file', multiple: true, hidden: true });
    file.onchange = () => say('chosen', file.files);
    const zone = add('div', { id: 'zone' }, 'zone');
    zone.ondragover = (event) => event.preventDefault();
    zone.ondrop = (event) => say('dropped', event.dataTransfer.files);
    zone.onpaste = (event) => { output.textContent = `pasted ${event.clipboardData.getData('text/plain')}`; };
    const label = add('label', {}, 'Буква');
    const list = document.createElement('select');
    list.append(new Option('А'), new Option('Б'));
    list.onchange = () => { output.textContent = `letter ${list.value}`; };
    label.append(list);
    add('a', { download: 'план.json', href: URL.createObjectURL(new Blob(['{}'])) }, 'Скачать план');
    document.body.prepend(form);";

async fn with_form() -> Result<Browser, sferum_planner_e2e::Failure> {
    let page = Browser::open("").await?;
    page.script::<()>(FORM, &[]).await?;
    Ok(page)
}

#[tokio::test]
async fn files_are_chosen_dropped_and_pasted() -> Outcome {
    let folder = Folder::new()?;
    let files = [folder.path().join("классы.csv"), folder.path().join("b.csv")];
    for (file, text) in files.iter().zip(["7А", "8Б"]) {
        fs::write(file, text)?;
    }
    let page = with_form().await?;
    page.upload("#trial input[type=file]", &files).await?;
    page.see("#said", "chosen классы.csv=7А b.csv=8Б").await?;
    page.drop_files("#zone", &files).await?;
    page.see("#said", "dropped классы.csv=7А b.csv=8Б").await?;
    page.paste("#zone", "Орлова\tдиректор").await?;
    page.see("#said", "pasted Орлова").await?;
    page.choose("Буква", "Б").await?;
    page.see("#said", "letter Б").await?;
    page.finish().await
}

#[tokio::test]
async fn download_is_taken_out_of_its_folder() -> Outcome {
    let page = with_form().await?;
    for _ in 0..2 {
        page.click("link", "Скачать план").await?;
        assert_eq!(page.download(".json").await?, ("план.json".to_owned(), b"{}".to_vec()));
    }
    page.finish().await
}

#[tokio::test]
async fn storage_is_shared_by_tabs_and_can_be_wiped() -> Outcome {
    let page = Browser::open("").await?;
    page.store("e2e", "цел").await?;
    page.open_tab("").await?;
    assert_eq!(page.stored("e2e").await?.as_deref(), Some("цел"));
    assert!(page.stored_keys().await?.contains(&"e2e".to_owned()));
    page.wipe("local_storage").await?;
    assert_eq!(page.stored("e2e").await?, None);
    page.finish().await
}

#[tokio::test]
async fn network_can_be_cut() -> Outcome {
    let page = Browser::open("").await?;
    let fetch = "const done = arguments[0]; fetch('./favicon.svg', { cache: 'no-store' }).then(() => done(true), () => done(false));";
    for online in [false, true] {
        page.set_online(online).await?;
        assert_eq!(page.driver()?.execute_async(fetch, Vec::new()).await?.json(), online);
    }
    page.close().await
}

#[tokio::test]
async fn inaccessible_page_is_found() -> Outcome {
    let page = with_form().await?;
    page.script::<()>("document.querySelector('#trial').append(document.createElement('button'));", &[]).await?;
    let rules: Vec<String> = page.axe_violations().await?.into_iter().map(|found| found.id).collect();
    assert!(rules.contains(&"button-name".to_owned()), "{rules:?}");
    page.finish().await
}
