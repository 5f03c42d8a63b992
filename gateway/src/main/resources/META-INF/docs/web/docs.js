SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#api",
  deepLinking: true,
  // Whoever looks for an operation sees them all, and opens one.
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  // Else it would send the description to a server of others.
  validatorUrl: null,
});
