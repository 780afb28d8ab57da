"""Shows the claims database: Datasette plugins, templates and static files."""
