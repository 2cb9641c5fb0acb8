//! Small things the browser does for the page.

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, HtmlElement,
    HtmlImageElement, Url,
};

/// Offers bytes as a file; false where the browser would not take them.
pub fn download(name: &str, mime: &str, bytes: &[u8]) -> bool {
    let Some(address) = blob_address(mime, bytes) else { return false };
    let is_offered = offer(&address, name);
    // The download holds the blob by itself; a minute is longer than any browser takes to begin.
    set_timeout(move || drop(Url::revoke_object_url(&address)), std::time::Duration::from_mins(1));
    is_offered
}

fn blob_address(mime: &str, bytes: &[u8]) -> Option<String> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

fn offer(address: &str, name: &str) -> bool {
    let link = document().create_element("a").ok().and_then(|element| element.dyn_into::<HtmlAnchorElement>().ok());
    let is_made = link.is_some();
    if let Some(link) = link {
        link.set_href(address);
        link.set_download(name);
        link.click();
    }
    is_made
}

/// Copies a text; false where the browser does not let a page do so.
pub fn copy(text: &str) -> bool {
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into()).ok();
    // Without a secure context there is no clipboard, and the old way is all there is.
    if clipboard.is_some_and(|clipboard| !clipboard.is_undefined()) {
        let _ = window().navigator().clipboard().write_text(text);
        return true;
    }
    let area =
        document().create_element("textarea").ok().and_then(|e| e.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
    let (Some(area), Some(body)) = (area, document().body()) else { return false };
    area.set_value(text);
    let _ = body.append_child(&area);
    area.select();
    let is_copied = document()
        .dyn_into::<web_sys::HtmlDocument>()
        .is_ok_and(|document| document.exec_command("copy").unwrap_or(false));
    area.remove();
    is_copied
}

/// Scrolls to the element with an id.
pub fn show(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.scroll_into_view();
    }
}

/// Moves the focus to the element with an id.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Whether the element with an id has the focus.
pub fn has_focus(id: &str) -> bool {
    document().active_element().is_some_and(|element| element.id() == id)
}

/// Moves the focus to the first field inside an element.
pub fn focus_first_field(inside: &web_sys::Element) {
    let field = inside.query_selector("input, select, textarea").ok().flatten();
    if let Some(field) = field.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = field.focus();
    }
}

/// Moves the focus to the title of the page where the element that had it is gone.
pub fn focus_title_if_lost() {
    if document().active_element().is_none_or(|element| element.tag_name() == "BODY") {
        focus("page-title");
    }
}

/// Whether a dialog is open, which Escape closes by itself.
pub fn has_open_dialog() -> bool {
    document().query_selector("dialog[open]").ok().flatten().is_some()
}

/// Sets an attribute of the root element.
pub fn set_root(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(name, value);
    }
}

/// The content of a `<meta>`; empty where there is none.
pub fn meta(selector: &str) -> String {
    let meta = document().query_selector(selector).ok().flatten();
    meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_default()
}

/// An attribute of the root element.
pub fn root(name: &str) -> Option<String> {
    document().document_element().and_then(|root| root.get_attribute(name))
}

/// The text of a file beside the page; none where it is not there or there is no network.
pub async fn fetch_text(address: &str) -> Option<String> {
    let answer = wasm_bindgen_futures::JsFuture::from(window().fetch_with_str(address)).await.ok()?;
    let answer = answer.dyn_into::<web_sys::Response>().ok().filter(web_sys::Response::ok)?;
    wasm_bindgen_futures::JsFuture::from(answer.text().ok()?).await.ok()?.as_string()
}

/// The bytes of a file the person chose.
pub async fn file_bytes(file: &web_sys::File) -> Option<Vec<u8>> {
    let buffer = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// Offers a drawing as a PNG picture: the browser draws it, in a number of points for each of its units.
pub fn download_picture(name: &str, svg: &str, scale: u32) {
    let Some(address) = blob_address("image/svg+xml", svg.as_bytes()) else { return };
    let Ok(image) = HtmlImageElement::new() else { return };
    let (drawn, name, own) = (image.clone(), name.to_owned(), address.clone());
    let on_load = Closure::once_into_js(move || {
        let picture = picture(&drawn, scale);
        let _ = Url::revoke_object_url(&own);
        if let Some(picture) = picture {
            offer(&picture, &name);
        }
    });
    image.set_onload(Some(on_load.unchecked_ref()));
    image.set_src(&address);
}

/// An image as the address of a PNG picture.
fn picture(image: &HtmlImageElement, scale: u32) -> Option<String> {
    let canvas = document().create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
    let (width, height) = (image.natural_width() * scale, image.natural_height() * scale);
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
    let (width, height) = (f64::from(width), f64::from(height));
    // Paper is white, whatever lies behind the drawing on the page.
    context.set_fill_style_str("#ffffff");
    context.fill_rect(0.0, 0.0, width, height);
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height).ok()?;
    canvas.to_data_url().ok()
}
