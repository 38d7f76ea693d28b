fetch('/api/docs/documents')
  .then((response) => response.json())
  .then((urls) =>
    SwaggerUIBundle({
      urls,
      dom_id: '#documents',
      deepLinking: true,
      validatorUrl: null,
      presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
      layout: 'StandaloneLayout',
    }),
  );
