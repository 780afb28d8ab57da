"""The site's pages: each view asks the database, puts the answer in the order of a page, and renders its template."""
