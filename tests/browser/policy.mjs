/** The content security policy under which the box has to work on a partner's page. */
export const policy =
  "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'";
