"""The Datasette plugins of the site, one hook's worth a module; `publish.serve.site` registers them."""
