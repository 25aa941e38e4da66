"use strict";

// Asked for beside the page, so that it also works behind a proxy that serves it below another path.
SwaggerUIBundle({
  url: new URL("openapi.json", document.baseURI).href,
  dom_id: "#docs",
  docExpansion: "list",
  validatorUrl: null,
});
