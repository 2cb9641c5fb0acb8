// The content security policy, in one place: the server sends it, the build checks the page's copy, a test compares.

/** The policy as a response header. */
export const CSP =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; " +
  "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The same for a `<meta>` tag, where browsers ignore `frame-ancestors`. */
export const META_CSP = CSP.replace("; frame-ancestors 'none'", '');

/** A file whose name carries its content's hash never changes under that name. */
export const HASHED = /-[0-9a-f]{8,16}(?=[._])/;
