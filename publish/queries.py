"""Every query that the site's pages run, by name.

All of them go by an index: SQLite's plan says SEARCH for each ordinary table (a test explains them all), since a page
must cost the same at a million claims as at a hundred. Lists start from a key (`n > :after`) and end at a limit.
"""

from __future__ import annotations

# --- disputes -----------------------------------------------------------------------------------------------

DISPUTES = """
select * from disputes where n > :after order by n limit :limit
"""

DISPUTE = "select * from disputes where id = :id"

DISPUTES_OF_PLACE = "select * from disputes where place = :id order by n limit 50"

DISPUTES_OF_FIGURE = """
select disputes.* from dispute_figures join disputes on disputes.id = dispute_figures.dispute
where dispute_figures.figure = :id order by disputes.n limit 20
"""

DISPUTES_OF_AGENCY = """
select disputes.* from disputes where id in (
  select dispute_figures.dispute from figures join dispute_figures on dispute_figures.figure = figures.id
  where figures.agency = :id
) order by n limit 50
"""

FIGURES_OF_DISPUTES = """
select dispute_figures.dispute, dispute_figures.rank, figures.* from dispute_figures
join figures on figures.id = dispute_figures.figure
where dispute_figures.dispute in (select value from json_each(:ids))
order by dispute_figures.dispute, dispute_figures.rank limit 400
"""

RIVALS = """
select dispute, figure_a, figure_b from pairs
where dispute in (select value from json_each(:ids)) and verdict = 'dispute' limit 1000
"""

PAIRS_OF_DISPUTE = """
select pairs.*, a.title as title_a, b.title as title_b, a.claimant as claimant_a, b.claimant as claimant_b,
  a.value as value_a, a.comparator as comparator_a, a.value_max as value_max_a, a.unit as unit_a,
  a.measure as measure_a, b.value as value_b, b.comparator as comparator_b, b.value_max as value_max_b,
  b.unit as unit_b, b.measure as measure_b
from pairs join figures a on a.id = pairs.figure_a join figures b on b.id = pairs.figure_b
where pairs.dispute = :id limit 100
"""

PAIRS_OF_FIGURE = """
select held.*, other.id as other, other.title as other_title, other.claimant as other_claimant,
  other.value as other_value, other.comparator as other_comparator, other.value_max as other_value_max,
  other.unit as other_unit, other.measure as other_measure, other.period_start as other_start,
  other.period_end as other_end, other.jurisdiction as other_jurisdiction
from (
  select id, figure_a, figure_b, verdict, kind, reason, dispute, figure_b as held_against
  from pairs where figure_a = :id
  union all
  select id, figure_a, figure_b, verdict, kind, reason, dispute, figure_a as held_against
  from pairs where figure_b = :id
) held join figures other on other.id = held.held_against limit 100
"""

PAIR = """
select * from pairs where figure_a = :a and figure_b = :b
union all select * from pairs where figure_a = :b and figure_b = :a limit 1
"""

# --- figures ------------------------------------------------------------------------------------------------

FIGURE = "select * from figures where id = :id"

FIGURES_BY_ID = "select * from figures where id in (select value from json_each(:ids)) limit 100"

FIGURES_OF_PLACE = """
select * from figures where place = :id order by period_start desc, measure, value limit :limit
"""

ABSENCES_OF_PLACE = """
select absences.*, articles.title as article_title, articles.outlet
from absences join articles on articles.id = absences.article
where absences.place = :id order by absences.published desc limit 100
"""
FIGURES_OF_PLACE_IN = """
select * from figures where place = :id and (period_start is null or period_start <= :last)
  and (period_end is null or period_end >= :first) order by measure, value limit :limit
"""

FIGURES_OF_AGENCY = "select * from figures where agency = :id order by n limit :limit"

FIGURES_OF_OFFICIAL = "select * from figures where official = :id order by n limit :limit"

REFERENCES_OF_FIGURES = """
select * from reference_figures where figure in (select value from json_each(:ids)) limit 100
"""

CORRECTIONS_OF_FIGURES = """
select corrections.*, articles.title as article_title, articles.outlet, articles.url
from corrections join articles on articles.id = corrections.article
where corrections.figure in (select value from json_each(:ids)) limit 100
"""

# --- claims with everything that shows where they come from -------------------------------------------------

_CLAIM = """
select claims.*, articles.url, articles.title, articles.byline, articles.date_source, articles.date_flag,
  articles.copy_kind, articles.page_kind, stories.title as story_title, stories.articles as story_articles,
  article_versions.digest as text_digest, article_versions.number as version_number,
  article_versions.latest as version_latest, captures.url as capture_url, captures.fetched_at,
  captures.digest as body_digest, captures.warc, captures.warc_offset, captures.warc_length, captures.source,
  figures.title as figure_title, figures.stories as figure_stories, figures.claims as figure_claims,
  figures.disputes as figure_disputes
from claims join articles on articles.id = claims.article
join article_versions on article_versions.id = claims.version
join figures on figures.id = claims.figure
left join stories on stories.id = claims.story
left join captures on captures.id = claims.capture
"""

CLAIM = _CLAIM + "where claims.id = :id"

CLAIMS_BY_ID = _CLAIM + "where claims.id in (select value from json_each(:ids)) limit 100"

CLAIMS_OF_FIGURE = _CLAIM + """where claims.figure = :id
order by claims.copied, claims.direct desc, claims.published, claims.n limit :limit"""

CLAIMS_OF_ARTICLE = _CLAIM + "where claims.article = :id order by claims.value_start limit 200"

CLAIMS_OF_AGENCY = _CLAIM + "where claims.claimant_agency = :id order by claims.n desc limit :limit"

CLAIMS_OF_OFFICIAL = _CLAIM + """where claims.id in (
  select id from claims where speaker_official = :id union select id from claims where claimant_official = :id
) order by claims.n desc limit :limit"""

CLAIMS_OF_PLACE = _CLAIM + "where claims.place = :id order by claims.n desc limit :limit"

NEWEST_CLAIMS = _CLAIM + "where claims.n < :before and claims.copied = 0 order by claims.n desc limit :limit"

CHECKS_OF_CLAIM = "select * from checks where claim = :id limit 20"

CHECKS_OF_ARTICLE = "select * from checks where article = :id limit 50"

DECISIONS_ON = "select * from decisions where subject = :id limit 20"

RETIRED = "select * from retired where id = :id"

# --- articles and captures ----------------------------------------------------------------------------------

ARTICLE = """
select articles.*, stories.title as story_title, stories.articles as story_articles, stories.original,
  sources.name as source_name from articles
left join stories on stories.id = articles.story left join sources on sources.id = articles.source
where articles.id = :id
"""

VERSIONS_OF_ARTICLE = "select * from article_versions where article = :id order by number limit 100"

SIBLINGS = """
select * from articles where story = :story order by published, first_seen limit 60
"""

QUOTES_OF_ARTICLE = """
select quotes.*, officials.name as official_name, officials.role from quotes
left join officials on officials.id = quotes.official where quotes.article = :id order by quotes.start limit 40
"""

OFFICIALS_OF_ARTICLE = """
select officials.id, officials.name, officials.role, agencies.name as agency_name from officials
left join agencies on agencies.id = officials.agency
where officials.id in (select official from mentions where article = :id and official is not null)
order by officials.name limit 100
"""

STATUTES_OF_ARTICLE = """
select id, name, kind, citation from statutes
where id in (select statute from mentions where article = :id and statute is not null) order by name limit 100
"""

CORRECTIONS_OF_ARTICLE = "select * from corrections where article = :id order by noticed_at limit 100"

DATES_OF_ARTICLE = "select * from dates where article = :id order by start limit 100"

CAPTURE = """
select captures.*, sources.name as source_name, runs.kind as run_kind, runs.started_at as run_started
from captures left join sources on sources.id = captures.source left join runs on runs.id = captures.run
where captures.id = :id
"""

VERSIONS_OF_CAPTURE = """
select article_versions.*, articles.title as article_title, articles.url as article_url, articles.outlet
from article_versions join articles on articles.id = article_versions.article
where article_versions.capture = :id limit 20
"""

CLAIMS_OF_CAPTURE = _CLAIM + "where claims.capture = :id order by claims.value_start limit 200"

# --- people, agencies, places, laws -------------------------------------------------------------------------

OFFICIAL = """
select officials.*, agencies.name as agency_name from officials
left join agencies on agencies.id = officials.agency where officials.id = :id
"""

ROLES_OF_OFFICIAL = """
select official_roles.*, agencies.name as agency_name, articles.title as article_title from official_roles
left join agencies on agencies.id = official_roles.agency left join articles on articles.id = official_roles.article
where official_roles.official = :id order by official_roles.first_seen limit 50
"""

QUOTES_OF_OFFICIAL = """
select quotes.*, articles.title, articles.outlet, articles.published from quotes
join articles on articles.id = quotes.article where quotes.official = :id
order by articles.n desc, quotes.start limit :limit
"""

AGENCY = "select * from agencies where id = :id"

OFFICIALS_OF_AGENCY = "select * from officials where agency = :id order by name limit 100"

PLACE = "select * from jurisdictions where id = :id"

STATUTE = "select * from statutes where id = :id"

ARTICLES_OF_STATUTE = """
select articles.* from articles where id in (select article from mentions where statute = :id)
order by n desc limit :limit
"""

ALIASES = {
    kind: f"""
select aliases.*, articles.title as article_title from aliases left join articles on articles.id = aliases.article
where aliases.{column} = :id order by aliases.times desc limit 50
"""
    for kind, column in (
        ("agency", "agency"), ("person", "official"), ("place", "jurisdiction"), ("law", "statute"),
    )
}  # fmt: skip

JOINS = "select * from identity_joins where record = :id limit 50"

LISTS = {
    kind: f"""
select {table}.*{more} from {table} {join} where ({table}.name, {table}.id) > (:after, :id)
order by {table}.name, {table}.id limit :limit
"""
    for kind, table, more, join in (
        ("agency", "agencies", "", ""),
        ("person", "officials", ", agencies.name as agency_name",
         "left join agencies on agencies.id = officials.agency"),
        ("place", "jurisdictions", "", ""),
        ("law", "statutes", "", ""),
    )
}  # fmt: skip

PLACES_BY_NAME = "select * from jurisdictions where name >= :name and name < :name || char(1114111) limit 5"

PLACES = "select id, name, figures, disputes from jurisdictions where name > '' order by name limit 2000"

# --- sources, runs, the build -------------------------------------------------------------------------------

SOURCES = "select * from sources where id > '' order by id limit 1000"

RUNS = "select * from runs where started_at > '' order by started_at desc limit 20"

RUN_SOURCES = """
select run_sources.*, sources.name from run_sources left join sources on sources.id = run_sources.source
where run_sources.run in (select value from json_each(:ids)) limit 2000
"""

PRECISION = "select * from extractor_precision where extractor > '' limit 20"

ABOUT = "select key, value from about where key > ''"

# --- search: newest first, and never more than the newest of them -------------------------------------------

_HIT = """
select claims.id, claims.n, claims.measure, claims.claimant, claims.place, claims.jurisdiction, claims.outlet,
  substr(coalesce(claims.period_start, claims.period_end), 1, 4) as year
"""

# The words first, then the facets: a rare facet of a common word is looked for among the newest hits only.
SEARCH_WORDS = _HIT + """from (
  select rowid as n from claims_fts where claims_fts match :match order by rowid desc limit 20000
) hits cross join claims on claims.n = hits.n"""

SEARCH_NEWEST = _HIT + """from (
  select n from claims where n < 9223372036854775807 order by n desc limit 20000
) hits cross join claims on claims.n = hits.n"""

SEARCH_ALL = _HIT + "from claims"

SEARCH_FILTERS = {
    "measure": "claims.measure = :measure",
    "claimant": "claims.claimant = :claimant",
    "place": "claims.place = :place",
    "outlet": "claims.outlet = :outlet",
    "year": "substr(coalesce(claims.period_start, claims.period_end), 1, 4) = :year",
}

SEARCH_ORDER = " order by claims.n desc limit :limit"

SEARCH_MARKED = """
select rowid as n, highlight(claims_fts, 0, :left, :right) as marked from claims_fts
where claims_fts match :match and rowid in (select value from json_each(:ids))
"""

SEARCH_ARTICLES = """
select articles.* from (
  select rowid as n from articles_fts where articles_fts match :match order by rowid desc limit :limit
) hits cross join articles on articles.n = hits.n order by articles.n desc
"""

# --- what changed on the way from report to report ---------------------------------------------------------------

DRIFTED = """
select pairs.id, pairs.kind, pairs.reason, pairs.figure_a, pairs.figure_b, a.value, a.comparator, a.value_max, a.unit,
  a.measure, a.counted, a.claimant, a.jurisdiction, a.period_start, a.period_end, a.stories + b.stories as stories,
  b.claimant as claimant_b, b.measure as measure_b, b.jurisdiction as jurisdiction_b, b.period_start as start_b,
  b.period_end as end_b
from pairs join figures a on a.id = pairs.figure_a join figures b on b.id = pairs.figure_b
where pairs.verdict = 'drift' order by stories desc limit :limit
"""

CORRECTED = """
select corrections.*, articles.title as article_title, articles.outlet, articles.url
from corrections join articles on articles.id = corrections.article
where corrections.kind in ('retracted', 'corrected', 'denied', 'edited')
order by corrections.noticed_at desc limit :limit
"""

WRONG_SUMS = """
select checks.*, articles.title as article_title, articles.outlet, claims.sentence, claims.mark_start, claims.mark_end
from checks join claims on claims.id = checks.claim join articles on articles.id = claims.article
where checks.kind in ('total', 'share', 'complement', 'percent') and checks.holds = 0 limit :limit
"""
