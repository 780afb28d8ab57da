-- An archive as the first version of the project made it. Kept as it was: archives in the field look like this.
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'archive','m001_collection','2026-11-22 02:57:13.097766+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'archive','m002_articles','2026-11-22 02:57:13.098555+00:00');
CREATE TABLE analyses (
            id INTEGER PRIMARY KEY, version TEXT NOT NULL REFERENCES article_versions(id), extractor TEXT NOT NULL,
            analysis TEXT NOT NULL, read_at TEXT NOT NULL, UNIQUE (version, extractor)
        );
INSERT INTO "analyses" VALUES(1,'7b4ad0b686c381ee','1','{"url": "https://post.example/a", "claims": [{"value": 15.0, "value_max": null, "value_text": "15", "value_start": 36, "value_end": 38, "measure": "detainers_received", "quote": "Boston police received and rejected 15 civil immigration detainers in 2024.", "start": 0, "end": 75, "comparator": "=", "unit": "count", "counted": "detainers", "claimant": "Boston Police Department", "claimant_type": "agency", "speaker": null, "via": [], "period_start": "2024-01-01", "period_end": "2024-12-31", "period_text": null, "jurisdiction": "Boston, MA", "confidence": 0.8, "rule": "test", "status": "asserted", "direct": false}, {"value": 15.0, "value_max": null, "value_text": "15", "value_start": 36, "value_end": 38, "measure": "detainers_declined", "quote": "Boston police received and rejected 15 civil immigration detainers in 2024.", "start": 0, "end": 75, "comparator": "=", "unit": "count", "counted": "detainers", "claimant": "Boston Police Department", "claimant_type": "agency", "speaker": null, "via": [], "period_start": "2024-01-01", "period_end": "2024-12-31", "period_text": null, "jurisdiction": "Boston, MA", "confidence": 0.8, "rule": "test", "status": "asserted", "direct": false}, {"value": 198.0, "value_max": null, "value_text": "198", "value_start": 99, "value_end": 102, "measure": "detainers_issued", "quote": "ICE said it had lodged 198 detainers with the department in 2024.", "start": 76, "end": 141, "comparator": "=", "unit": "count", "counted": "detainers", "claimant": "U.S. Immigration and Customs Enforcement", "claimant_type": "agency", "speaker": null, "via": [], "period_start": "2024-01-01", "period_end": "2024-12-31", "period_text": null, "jurisdiction": "Boston, MA", "confidence": 0.8, "rule": "test", "status": "asserted", "direct": true}, {"value": 0, "value_max": null, "value_text": "None", "value_start": 142, "value_end": 146, "measure": "detainers_honored", "quote": "None were honored, ICE said.", "start": 142, "end": 170, "comparator": "=", "unit": "count", "counted": "detainers", "claimant": "U.S. Immigration and Customs Enforcement", "claimant_type": "agency", "speaker": null, "via": [], "period_start": "2024-01-01", "period_end": "2024-12-31", "period_text": null, "jurisdiction": "Boston, MA", "confidence": 0.8, "rule": "test", "status": "asserted", "direct": false}], "officials": [{"name": "Boston police", "role": "Commissioner", "agency": "Boston Police Department", "start": 0, "end": 13, "status": null, "text": "Boston police"}], "statutes": [], "mentions": [], "quotes": [], "dates": []}','2026-11-22T02:57:13.109702Z');
INSERT INTO "analyses" VALUES(2,'97c1493f6373fa3d','1','{"url": "https://copy.example/a", "claims": [{"value": 15.0, "value_max": null, "value_text": "15", "value_start": 36, "value_end": 38, "measure": "detainers_received", "quote": "Boston police received and rejected 15 civil immigration detainers in 2024.", "start": 0, "end": 75, "comparator": "=", "unit": "count", "counted": "detainers", "claimant": "Boston Police Department", "claimant_type": "agency", "speaker": null, "via": [], "period_start": "2024-01-01", "period_end": "2024-12-31", "period_text": null, "jurisdiction": "Boston, MA", "confidence": 0.8, "rule": "test", "status": "asserted", "direct": false}, {"value": 15.0, "value_max": null, "value_text": "15", "value_start": 36, "value_end": 38, "measure": "detainers_declined", "quote": "Boston police received and rejected 15 civil immigration detainers in 2024.", "start": 0, "end": 75, "comparator": "=", "unit": "count", "counted": "detainers", "claimant": "Boston Police Department", "claimant_type": "agency", "speaker": null, "via": [], "period_start": "2024-01-01", "period_end": "2024-12-31", "period_text": null, "jurisdiction": "Boston, MA", "confidence": 0.8, "rule": "test", "status": "asserted", "direct": false}, {"value": 198.0, "value_max": null, "value_text": "198", "value_start": 99, "value_end": 102, "measure": "detainers_issued", "quote": "ICE said it had lodged 198 detainers with the department in 2024.", "start": 76, "end": 141, "comparator": "=", "unit": "count", "counted": "detainers", "claimant": "U.S. Immigration and Customs Enforcement", "claimant_type": "agency", "speaker": null, "via": [], "period_start": "2024-01-01", "period_end": "2024-12-31", "period_text": null, "jurisdiction": "Boston, MA", "confidence": 0.8, "rule": "test", "status": "asserted", "direct": true}, {"value": 0, "value_max": null, "value_text": "None", "value_start": 142, "value_end": 146, "measure": "detainers_honored", "quote": "None were honored, ICE said.", "start": 142, "end": 170, "comparator": "=", "unit": "count", "counted": "detainers", "claimant": "U.S. Immigration and Customs Enforcement", "claimant_type": "agency", "speaker": null, "via": [], "period_start": "2024-01-01", "period_end": "2024-12-31", "period_text": null, "jurisdiction": "Boston, MA", "confidence": 0.8, "rule": "test", "status": "asserted", "direct": false}], "officials": [], "statutes": [], "mentions": [], "quotes": [], "dates": []}','2026-11-22T02:57:13.114121Z');
INSERT INTO "analyses" VALUES(3,'0591c0297ee5ded5','1','{"url": "https://globe.example/b", "claims": [{"value": 15.0, "value_max": null, "value_text": "15", "value_start": 26, "value_end": 28, "measure": "detainers_received", "quote": "The police department got 15 requests in 2024, the commissioner wrote.", "start": 0, "end": 70, "comparator": "=", "unit": "count", "counted": "detainers", "claimant": "Boston Police Department", "claimant_type": "agency", "speaker": null, "via": [], "period_start": "2024-01-01", "period_end": "2024-12-31", "period_text": null, "jurisdiction": "Boston, MA", "confidence": 0.8, "rule": "test", "status": "asserted", "direct": false}, {"value": 198.0, "value_max": null, "value_text": "198", "value_start": 101, "value_end": 104, "measure": "detainers_issued", "quote": "The agency puts the number at 198.", "start": 71, "end": 105, "comparator": "~", "unit": "count", "counted": "detainers", "claimant": "U.S. Immigration and Customs Enforcement", "claimant_type": "agency", "speaker": null, "via": [], "period_start": "2024-01-01", "period_end": "2024-12-31", "period_text": null, "jurisdiction": "Boston, MA", "confidence": 0.8, "rule": "test", "status": "asserted", "direct": false}], "officials": [], "statutes": [], "mentions": [], "quotes": [], "dates": []}','2026-11-22T02:57:13.116339Z');
INSERT INTO "analyses" VALUES(4,'68c0dd9238fd2227','1','{"url": "https://globe.example/b", "claims": [{"value": 57.0, "value_max": null, "value_text": "57", "value_start": 26, "value_end": 28, "measure": "detainers_received", "quote": "The police department got 57 requests in 2024, the commissioner wrote.", "start": 0, "end": 70, "comparator": "=", "unit": "count", "counted": "detainers", "claimant": "Boston Police Department", "claimant_type": "agency", "speaker": null, "via": [], "period_start": "2024-01-01", "period_end": "2024-12-31", "period_text": null, "jurisdiction": "Boston, MA", "confidence": 0.8, "rule": "test", "status": "asserted", "direct": false}], "officials": [], "statutes": [], "mentions": [], "quotes": [], "dates": []}','2026-11-22T02:57:13.130265Z');
CREATE TABLE article_urls (url TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles(id)) WITHOUT ROWID;
INSERT INTO "article_urls" VALUES('https://globe.example/b','355596b613e62359');
INSERT INTO "article_urls" VALUES('https://post.example/a','542db0d6116f58e5');
INSERT INTO "article_urls" VALUES('https://copy.example/a','f68bcd6770591ce5');
CREATE TABLE article_versions (
            pk INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, article TEXT NOT NULL REFERENCES articles(id),
            digest TEXT NOT NULL, text TEXT NOT NULL, title TEXT, first_seen TEXT NOT NULL, last_seen TEXT NOT NULL,
            capture INTEGER NOT NULL REFERENCES captures(id), cleaner TEXT, UNIQUE (article, digest)
        );
INSERT INTO "article_versions" VALUES(1,'7b4ad0b686c381ee','542db0d6116f58e5','d20cb74a7069dc7b87dc2c2ccb8084296b0eef4a6fa9677cdb6e71a4255eb855','Boston police received and rejected 15 civil immigration detainers in 2024. ICE said it had lodged 198 detainers with the department in 2024. None were honored, ICE said.','Detainers','2025-01-11T06:00:00.000000Z','2025-01-11T06:00:00.000000Z',1,NULL);
INSERT INTO "article_versions" VALUES(2,'97c1493f6373fa3d','f68bcd6770591ce5','d20cb74a7069dc7b87dc2c2ccb8084296b0eef4a6fa9677cdb6e71a4255eb855','Boston police received and rejected 15 civil immigration detainers in 2024. ICE said it had lodged 198 detainers with the department in 2024. None were honored, ICE said.','Detainers','2025-01-11T06:00:00.000000Z','2025-01-11T06:00:00.000000Z',2,NULL);
INSERT INTO "article_versions" VALUES(3,'0591c0297ee5ded5','355596b613e62359','ea65b3a27054bc60ceeeaff42f7a3c7d22bd850c12766bc998c32090d454e642','The police department got 15 requests in 2024, the commissioner wrote. The agency puts the number at 198.','Detainers','2025-01-11T06:00:00.000000Z','2025-01-11T06:00:00.000000Z',3,NULL);
INSERT INTO "article_versions" VALUES(4,'68c0dd9238fd2227','355596b613e62359','941e081187fa1b8b773a9108a9e633f46814e964b49f696e8f5d9bc627cee391','The police department got 57 requests in 2024, the commissioner wrote. The agency puts the number at 198.','Detainers','2025-01-13T06:00:00.000000Z','2025-01-13T06:00:00.000000Z',4,NULL);
CREATE TABLE articles (
            pk INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, url TEXT NOT NULL UNIQUE, title TEXT, byline TEXT,
            outlet TEXT, published TEXT, date_source TEXT, dates TEXT NOT NULL DEFAULT '{}', date_flag TEXT,
            language TEXT, page_kind TEXT NOT NULL DEFAULT 'article', source TEXT REFERENCES sources(id),
            first_seen TEXT NOT NULL, last_seen TEXT NOT NULL, story TEXT, copy_kind TEXT, jurisdiction TEXT
        );
INSERT INTO "articles" VALUES(1,'542db0d6116f58e5','https://post.example/a','Detainers',NULL,'Harbor Post','2025-01-09','url','{}',NULL,'en','article','wire','2025-01-11T06:00:00.000000Z','2025-01-11T06:00:00.000000Z',NULL,NULL,NULL);
INSERT INTO "articles" VALUES(2,'f68bcd6770591ce5','https://copy.example/a','Detainers',NULL,'Copycat','2025-01-10','url','{}',NULL,'en','article','wire','2025-01-11T06:00:00.000000Z','2025-01-11T06:00:00.000000Z',NULL,NULL,NULL);
INSERT INTO "articles" VALUES(3,'355596b613e62359','https://globe.example/b','Detainers',NULL,'Bay Globe','2025-01-11','url','{}',NULL,'en','article','wire','2025-01-11T06:00:00.000000Z','2025-01-13T06:00:00.000000Z',NULL,NULL,NULL);
CREATE TABLE captures (
            id INTEGER PRIMARY KEY, run INTEGER REFERENCES runs(id), source TEXT REFERENCES sources(id),
            url TEXT NOT NULL, fetched_at TEXT NOT NULL, status INTEGER NOT NULL, headers TEXT NOT NULL DEFAULT '[]',
            mime TEXT, digest TEXT, size INTEGER NOT NULL DEFAULT 0, warc TEXT, warc_offset INTEGER,
            warc_length INTEGER, revisit_of INTEGER REFERENCES captures(id), role TEXT NOT NULL DEFAULT 'page',
            outcome TEXT NOT NULL, cleaned_at TEXT, page_kind TEXT, feed_date TEXT, found_url TEXT
        );
INSERT INTO "captures" VALUES(1,1,'wire','https://post.example/a','2025-01-11T06:00:00.000000Z',200,'[["Content-Type", "text/html"]]','text/html','sha256:425c7987b10d0cf8e5341c65d1a6edad2adb88af3b3ba005c532c28c49c970f0',214,'detainer-watch-000001.warc.gz',652,463,NULL,'page','new','2025-01-11T06:00:00.000000Z','article',NULL,NULL);
INSERT INTO "captures" VALUES(2,1,'wire','https://copy.example/a','2025-01-11T06:00:00.000000Z',200,'[["Content-Type", "text/html"]]','text/html','sha256:425c7987b10d0cf8e5341c65d1a6edad2adb88af3b3ba005c532c28c49c970f0',214,'detainer-watch-000001.warc.gz',1420,467,NULL,'page','new','2025-01-11T06:00:00.000000Z','article',NULL,NULL);
INSERT INTO "captures" VALUES(3,1,'wire','https://globe.example/b','2025-01-11T06:00:00.000000Z',200,'[["Content-Type", "text/html"]]','text/html','sha256:6f3a6e08696fd75225aa2d203402c66938eff19df527aa0dd5c66081b9d7c5de',149,'detainer-watch-000001.warc.gz',2193,439,NULL,'page','new','2025-01-11T06:00:00.000000Z','article',NULL,NULL);
INSERT INTO "captures" VALUES(4,2,'wire','https://globe.example/b','2025-01-13T06:00:00.000000Z',200,'[["Content-Type", "text/html"]]','text/html','sha256:a65d59bb1646d8e77a7174c2892d5ae08531b6679550966d1944b8bb74958961',149,'detainer-watch-000001.warc.gz',2938,440,NULL,'page','changed','2025-01-13T06:00:00.000000Z','article',NULL,NULL);
CREATE TABLE problems (
            id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES runs(id), source TEXT, url TEXT, at TEXT NOT NULL,
            reason TEXT NOT NULL, detail TEXT
        );
CREATE TABLE run_sources (
            run INTEGER NOT NULL REFERENCES runs(id), source TEXT NOT NULL REFERENCES sources(id),
            started_at TEXT, ended_at TEXT, status TEXT NOT NULL, cause TEXT,
            found INTEGER NOT NULL DEFAULT 0, tried INTEGER NOT NULL DEFAULT 0, new INTEGER NOT NULL DEFAULT 0,
            changed INTEGER NOT NULL DEFAULT 0, unchanged INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0,
            refused INTEGER NOT NULL DEFAULT 0, blocked INTEGER NOT NULL DEFAULT 0, no_text INTEGER NOT NULL DEFAULT 0,
            bytes INTEGER NOT NULL DEFAULT 0, seconds REAL, reasons TEXT NOT NULL DEFAULT '{}',
            kinds TEXT NOT NULL DEFAULT '{}', fields TEXT NOT NULL DEFAULT '{}',
            PRIMARY KEY (run, source)
        );
INSERT INTO "run_sources" VALUES(1,'wire',NULL,NULL,'ok',NULL,3,3,3,0,0,0,0,0,0,0,NULL,'{}','{}','{}');
INSERT INTO "run_sources" VALUES(2,'wire',NULL,NULL,'ok',NULL,1,1,1,0,0,0,0,0,0,0,NULL,'{}','{}','{}');
CREATE TABLE runs (
            id INTEGER PRIMARY KEY, kind TEXT NOT NULL, started_at TEXT NOT NULL, ended_at TEXT,
            status TEXT NOT NULL DEFAULT 'running', pid INTEGER, detail TEXT NOT NULL DEFAULT '{}'
        );
INSERT INTO "runs" VALUES(1,'collect','2026-11-22T02:57:13.098958Z','2026-11-22T02:57:13.116552Z','ok',8623,'{}');
INSERT INTO "runs" VALUES(2,'collect','2026-11-22T02:57:13.125751Z','2026-11-22T02:57:13.130481Z','ok',8623,'{}');
CREATE TABLE sources (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, url TEXT, jurisdiction TEXT, outlet TEXT,
            first_seen TEXT NOT NULL, last_seen TEXT NOT NULL, settings TEXT NOT NULL DEFAULT '{}'
        );
INSERT INTO "sources" VALUES('wire','The wire','feed','https://wire.example/feed',NULL,NULL,'2026-11-22T02:57:13.098813Z','2026-11-22T02:57:13.123590Z','{}');
CREATE TABLE url_memory (
            url TEXT PRIMARY KEY, source TEXT NOT NULL, role TEXT NOT NULL DEFAULT 'page', found_at TEXT NOT NULL,
            title TEXT, feed_date TEXT, lastmod TEXT, etag TEXT, last_modified TEXT, capture INTEGER,
            first_fetched TEXT, last_fetched TEXT, last_full TEXT, visits INTEGER NOT NULL DEFAULT 0,
            status INTEGER, outcome TEXT, failures INTEGER NOT NULL DEFAULT 0, due_at TEXT, relevant INTEGER
        ) WITHOUT ROWID;
CREATE TABLE version_captures (
            version TEXT NOT NULL REFERENCES article_versions(id), capture INTEGER NOT NULL REFERENCES captures(id),
            PRIMARY KEY (version, capture)
        ) WITHOUT ROWID;
INSERT INTO "version_captures" VALUES('7b4ad0b686c381ee',1);
INSERT INTO "version_captures" VALUES('97c1493f6373fa3d',2);
INSERT INTO "version_captures" VALUES('0591c0297ee5ded5',3);
INSERT INTO "version_captures" VALUES('68c0dd9238fd2227',4);
CREATE TABLE warc_files (name TEXT PRIMARY KEY, committed INTEGER NOT NULL DEFAULT 0);
INSERT INTO "warc_files" VALUES('detainer-watch-000001.warc.gz',3378);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX captures_url ON captures(url, id);
CREATE INDEX captures_run ON captures(run, source);
CREATE INDEX captures_to_clean ON captures(id)
            WHERE cleaned_at IS NULL AND role = 'page' AND outcome IN ('new', 'changed', 'challenge', 'consent');
CREATE INDEX captures_revisits ON captures(revisit_of) WHERE revisit_of IS NOT NULL;
CREATE INDEX problems_run ON problems(run, source);
CREATE INDEX url_memory_due ON url_memory(source, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX articles_story ON articles(story);
CREATE INDEX articles_source ON articles(source, first_seen);
CREATE INDEX article_urls_article ON article_urls(article);
CREATE INDEX article_versions_capture ON article_versions(capture);
CREATE INDEX version_captures_capture ON version_captures(capture);
COMMIT;
