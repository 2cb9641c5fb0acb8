//! Every list and paper on A4: everything that was found is there, heads go on with their table, nothing is cut, and
//! nothing that only a screen needs is printed.

use serde::Deserialize;
use sferum_planner_e2e::{Browser, Failure, Outcome, Printed, ROUTES, squeezed};

/// A table of the page, as it would be printed.
#[derive(Debug, Deserialize)]
struct Table {
    name: String,
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
    /// How many rows were found; 0 where the table does not say.
    found: usize,
}

/// Opens a route of the demo school and lets it settle.
async fn show(page: &Browser, route: &str) -> Outcome {
    page.show(route).await?;
    page.find("#page-title").await?;
    page.see_count("[aria-busy=true]", 0).await?;
    Ok(())
}

/// Presses the button that prints, without the browser's dialog, or tells of the browser's own command where there is
/// none; waits until all rows are drawn.
async fn prepare(page: &Browser) -> Outcome {
    page.script::<()>(
        "window.asked = 0; window.print = () => { window.asked += 1; };
         const button = [...document.querySelectorAll('main button')].find((button) => button.textContent.trim() === 'Печать');
         if (button) button.click();
         else window.dispatchEvent(new Event('beforeprint'));",
        &[],
    )
    .await?;
    page.until("all rows are drawn", async || {
        let is_whole = page
            .script::<bool>(
                "const button = [...document.querySelectorAll('main button')].some((button) => button.textContent.trim() === 'Печать');
                 const tables = [...document.querySelectorAll('main table[aria-rowcount]')];
                 return (!button || window.asked > 0) && tables.every((table) => table.querySelectorAll('tbody > tr').length >= Number(table.getAttribute('aria-rowcount')));",
                &[],
            )
            .await?;
        Ok(is_whole.then_some(()))
    })
    .await
}

/// The tables with what is seen of them on paper, and what stands there that paper has no use for.
async fn look(page: &Browser) -> Result<(Vec<Table>, Vec<String>), Failure> {
    page.cdp("Emulation.setEmulatedMedia", serde_json::json!({ "media": "print" })).await?;
    let seen = page
        .script(
            "const shown = (element) => element.checkVisibility() && !element.closest('.visually-hidden');
             const text = (cell) => [...cell.querySelectorAll('.visually-hidden')].reduce((text, hidden) => text.replace(hidden.textContent, ''), cell.innerText).trim();
             const tables = [...document.querySelectorAll('main table')].filter(shown).map((table) => ({
                 name: table.dataset.testid ?? table.querySelector('caption')?.textContent ?? 'table',
                 heads: [...table.querySelectorAll('thead th, thead td')].filter(shown).map(text).filter(Boolean),
                 rows: [...table.querySelectorAll('tbody > tr')].filter(shown).map((row) => [...row.cells].filter(shown).map(text).filter(Boolean)),
                 found: Number(table.getAttribute('aria-rowcount') ?? 0),
             }));
             const idle = [...document.querySelectorAll('nav, button:not(.term), input, select, textarea, .top-bar, .side-nav, .filter-bar, .table-tools, .pagination')]
                 .filter((element) => shown(element) && !element.closest('dialog:not([open])') && !element.matches('.table__sort, .paper *, .matrix *'))
                 .filter((element) => element.getBoundingClientRect().width > 1)
                 .map((element) => element.outerHTML.slice(0, 120));
             return [tables, idle];",
            &[],
        )
        .await?;
    page.cdp("Emulation.setEmulatedMedia", serde_json::json!({ "media": "" })).await?;
    Ok(seen)
}

/// What is wrong with a table on paper.
fn faults(table: &Table, printed: &Printed) -> Vec<String> {
    let name = &table.name;
    let mut faults = Vec::new();
    if table.found > table.rows.len() {
        faults.push(format!("{name}: {} of {} rows are drawn", table.rows.len(), table.found));
    }
    let missing: Vec<&String> = table.rows.iter().flatten().filter(|cell| !printed.has(cell)).collect();
    if !missing.is_empty() {
        faults.push(format!(
            "{name}: {} cells are not printed, such as {:?}",
            missing.len(),
            missing.iter().take(3).collect::<Vec<_>>()
        ));
    }
    // A sheet on which a row stands has the head above it.
    let rows: Vec<String> =
        table.rows.iter().map(|row| squeezed(&row.concat())).filter(|row| row.chars().count() > 12).collect();
    for (at, sheet) in printed.sheets.iter().enumerate() {
        if rows.iter().any(|row| sheet.contains(row)) {
            let without: Vec<&String> = table.heads.iter().filter(|head| !sheet.contains(&squeezed(head))).collect();
            if !without.is_empty() {
                faults.push(format!("{name}: sheet {} goes on without {without:?}", at + 1));
            }
        }
    }
    faults
}

/// Prints a route; tells what is wrong.
async fn check(page: &Browser, route: &str) -> Result<Vec<String>, Failure> {
    show(page, route).await?;
    prepare(page).await?;
    let (tables, idle) = look(page).await?;
    let printed = page.print().await?;
    let mut faults: Vec<String> = tables.iter().flat_map(|table| self::faults(table, &printed)).collect();
    faults.extend(idle.into_iter().take(3).map(|element| format!("is printed: {element}")));
    faults.extend(printed.cut.iter().take(3).map(|word| format!("is cut: {word}")));
    if printed.sheets.is_empty() {
        faults.push("an empty sheet".to_owned());
    }
    Ok(faults.into_iter().map(|fault| format!("{route}: {fault}")).collect())
}

#[tokio::test]
async fn every_list_is_printed_whole() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    let mut faults = Vec::new();
    for route in ROUTES {
        faults.extend(check(&page, route).await?);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    page.finish().await
}

#[tokio::test]
async fn papers_classes_and_cards_are_printed_whole() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    let mut faults = Vec::new();
    for route in
        ["#/documents?form=order-use", "#/acknowledgements?tab=sheets", "#/invites?tab=links", "#/control?tab=duties"]
    {
        faults.extend(check(&page, route).await?);
    }
    for (list, first) in [
        ("#/structure", "main a[href^='#/structure/0']"),
        ("#/people", "main a[href^='#/people/']"),
        ("#/chats", "main a[href^='#/chats/']"),
    ] {
        show(&page, list).await?;
        page.find(first).await?;
        let route: String =
            page.script("return document.querySelector(arguments[0]).getAttribute('href');", &[first.into()]).await?;
        faults.extend(check(&page, &route).await?);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    page.finish().await
}

#[tokio::test]
async fn a_list_is_in_pages_again_after_printing() -> Outcome {
    let page = Browser::open("").await?;
    page.open_demo().await?;
    show(&page, "#/people").await?;
    page.see_count("main tbody > tr", 100).await?;
    // The browser's own command, without a button of the page.
    let printed = page.print().await?;
    let found: usize =
        page.script("return Number(document.querySelector('main table').getAttribute('aria-rowcount'));", &[]).await?;
    assert!(found > 1000, "{found}");
    assert!(printed.sheets.len() > 20, "{} sheets for {found} rows", printed.sheets.len());
    page.see_count("main tbody > tr", 100).await?;
    page.finish().await
}
