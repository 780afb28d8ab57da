"""Places: datelines, mentions and the article's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract import pipeline, places
from extract.model import Document
from extract.weights import WeightsError, read


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("CALDERA SPRINGS, Colo. — The jail got nine.", "Caldera Springs, CO"),
        ("BRANTLEY FORKS, N.C. (WQRL) - The jail got nine.", "Brantley Forks, NC"),
        ("ST. PAUL - The state says nine.", "St. Paul, MN"),
        ("FORT CALLOWAY, Jefferson (INW) — The state says nine.", "Fort Calloway, Jefferson"),
        ("HARBORTON — The jail got nine.", "Harborton"),
        ("HARBORTON, N.J., March 11, 2026 – The jail got nine.", "Harborton, NJ"),
        ("A headline\n\nBOSTON – Police got nine.", "Boston, MA"),
        ("The jail got nine, ICE — of all agencies — said.", None),
    ],
)
def test_datelines(text: str, place: str | None) -> None:
    assert places.dateline(text) == place


@pytest.mark.parametrize(
    ("text", "home"),
    [
        (
            "CALDERA SPRINGS, Colo. — The Dunmore County jail got nine, the sheriff said. The jail is full.",
            "Dunmore County, CO",
        ),
        ("PORT MERROW, Mass. — City police got nine, the mayor told the council.", "Port Merrow, MA"),
        ("The Lowell County sheriff got nine.", "Lowell County"),  # no city's state: there is none of Lowell's name
        ("Boston police got nine. The department told the council so.", "Boston, MA"),
        (
            "By Fiona Houston and Ray Shea\n\nTARN BAY, R.I. — The police chief had nine. The city keeps none.",
            "Tarn Bay, RI",
        ),
        ("TARN BAY, Ohio — City police got nine, Mayor Austin Reyes said. Reyes told the council.", "Tarn Bay, OH"),
        ("The NYPD got nine. The department granted none.", "New York, NY"),
        ("The Osprey County jail in Oregon got nine, the sheriff said.", "Osprey County, OR"),
        (
            "ST. PAUL - Minnesota's Department of Corrections asked every jail across the state. State prisons "
            "hold 207.",
            "Minnesota",
        ),
        ("The Lamar Parish jail, in Louisiana, got nine, the warden said.", "Lamar Parish, LA"),
        (
            "BAY PINES — Jail administrator Capt. Yolanda Frye got nine. The jail kept none, Capt. Yolanda Frye said.",
            "Bay Pines County",
        ),
        ("Gov. Merrill's prisons got nine. Jails across Absaroka kept none, the state says.", "Absaroka"),
        ("The Corbett County jail got nine. ICE's Atlanta field office says 12.", "Corbett County"),
        ("ICE got nine.", None),
        (
            "Vallejuelo became the ninth Colorado county to ignore detainers. Sheriff Paul Oberlin said the jail held "
            "206 people.",
            "Vallejuelo County, CO",
        ),
        (
            "Police in Tarrow got 12 detainers last year and honored none, the chief told the city council. Vermont "
            "law forbids it.",
            "Tarrow, VT",
        ),
        (
            "Across Oregon, sheriffs turned away 312 detainers. The state Department of Corrections got 90, lawmakers "
            "were told.",
            "Oregon",
        ),
        (
            "The mayor ordered the jails to cooperate with Washington. Miami-Dade has held 154 people for deportation "
            "agents, the county said.",
            "Miami-Dade County, FL",
        ),
    ],
)
def test_home(text: str, home: str | None) -> None:
    assert places.home(Document(text)) == home


def test_the_sources_place_is_the_last_resort() -> None:
    assert places.home(Document("ICE got nine.", jurisdiction="Ellery Bay, ME")) == "Ellery Bay, ME"
    assert places.home(Document("Boston police got nine.", jurisdiction="Ellery Bay, ME")) == "Boston, MA"


@pytest.mark.parametrize(
    ("text", "outlet", "home"),
    [
        (
            "COUNTY OF TARN RIDGE\n\nThe jail got nine detainers in Ohio.",
            "County of Tarn Ridge",
            "Tarn Ridge County, OH",
        ),
        ("The jail got nine detainers.\n\nIt honored two.", "Office of the Tarn County Sheriff", "Tarn County"),
        (
            "Detainers in Ohio: a brief\n\nICE sent nine. Tarn County kept two; Orrin County kept one.",
            "Office of the State Auditor of Ohio",
            "Ohio",
        ),
        ("Pima County held nine for ICE.", "Arizona Daily Star", "Pima County, AZ"),
        ("The Carver Lake County jail held nine, a ruling in Oregon or not.", "MinnPost", "Carver Lake County, MN"),
        ("The mayor says city police got nine and kept none.", "Gothamist", "New York, NY"),
        ("TOWN OF ALDER MILLS, VERMONT\nPolice Department\n\nWe got nine.", "Town of Alder Mills", "Alder Mills, VT"),
        ("The Quill County jail got nine, for all that was heard from Washington.", "Quill Ledger", "Quill County"),
        (
            "A court ruled against Clackamas County in Oregon. The Boulder County jail held nine, the sheriff said.",
            "Daily Camera",
            "Boulder County, CO",
        ),
        ("Tarn County held nine for ICE, Syracuse University found.", "The Ohio Tribune", "Tarn County, OH"),
        (
            "PELLBROOK, Ohio — ICE officers in Pellbrook lodged 31 detainers with the jail of Tarn County. Tarn County "
            "kept none.",
            "U.S. Immigration and Customs Enforcement",
            "Tarn County, OH",
        ),
        (
            "PELLBROOK, Ohio — ICE lodged 31 detainers.\n\n- Tarn County jail: 12\n- Orrin County jail: 10\n"
            "- Brill County jail: nine",
            "ICE Newsroom",
            "Ohio",
        ),
    ],
)
def test_who_publishes_a_text(text: str, outlet: str, home: str) -> None:
    assert places.home(Document(text, outlet=outlet)) == home


@pytest.mark.parametrize(
    ("text", "home"),
    [
        (
            "PELLBROOK, Ohio — The sheriff got nine detainers, and his jail is full. ICE lodged 12 with the Tarn Ridge "
            "jail, a spokesman said; the county disagrees.",
            "Tarn Ridge County, OH",
        ),
        (
            "PELLBROOK, Ohio — The sheriff got nine detainers, and his jail is full. The county disagrees.",
            "Pellbrook County, OH",
        ),
        (
            "By Ann Orrin and Leo Fauntleroy\n\nPELLBROOK, Ohio — The Tarn County jail got nine, the sheriff said."
            "\n\nFauntleroy has covered it since 2009. Leo Fauntleroy contributed photographs.",
            "Tarn County, OH",
        ),
        ("OMAHA, Neb. — The county jail got nine. Tarn County kept none.", "Douglas County, NE"),
        ("LINCOLN, Neb. — The county jail of Tarn got nine. Tarn County kept none.", "Tarn County, NE"),
        (
            "Tarn County sheriff's deputies got nine, after a ruling in an Orrin County case. The Orrin County case "
            "was heard in Ohio.",
            "Tarn County, OH",
        ),
        ("TARN RIDGE, OHIO — City police got nine, the mayor told the council.", "Tarn Ridge, OH"),
    ],
)
def test_whose_jail_it_is(text: str, home: str) -> None:
    assert places.home(Document(text)) == home


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("BOSTON — The Tarn County Jail, Maine, got nine.", ["Tarn County, ME"]),
        ("Jails of the Missouri Valley sent vans with Arkansas plates to Iowa.", ["Iowa"]),
        ("The Orrin County House of Corrections, Vermont, got nine.", ["Orrin County, VT"]),
        ("The Lamar Regional Correctional Facility, Vermont, got nine.", ["Vermont"]),
        ("CALDERA SPRINGS, Colo. — The Dunmore County jail got nine.", ["Caldera Springs, CO", "Dunmore County, CO"]),
        ("In King County, Washington, it was nine.", ["King County, WA"]),
        ("Orrin and Little Basin counties took part.", ["Orrin and Little Basin counties"]),
        ("In Illinois and nationwide it was nine.", ["Illinois", "United States"]),
        ("An ICE lawyer in Chicago and one in Salem, Mass., agreed.", ["Chicago, IL", "Salem, MA"]),
    ],
)
def test_mentions(text: str, found: list[str]) -> None:
    from extract import pipeline

    assert [m.name for m in places.find(pipeline.load().make_doc(text), Document(text))] == found


def test_a_round_up_speaks_of_one_place_after_the_other() -> None:
    text = (
        "WASHINGTON — Detainers pile up.\n\n-- ROSEBANK COUNTY, Texas. Listed with nine. The sheriff disagrees.\n\n"
        "-- GLENMOOR, N.J. Listed with three. The chief disagrees.\n\n-- STATE OF VERMILION. Listed with 40. The "
        "governor disagrees."
    )
    where = places.setting(text)
    assert where.county_at(text.index("The sheriff")) == "Rosebank County"
    assert where.city_at(text.index("The chief")) == "Glenmoor"
    assert where.state_at(text.index("The governor")) == "Vermilion"


ROUND_UP = (
    "DENVER — Three places were asked what they do with the requests that arrive from federal officers.\n\n"
    "TARN RIDGE COUNTY, Wyo.\n\nThe sheriff keeps everyone for as long as he is asked to, and counts nine of them so "
    "far.\n\nThe jail has been full since spring, and its budget is spent, according to the people who run it.\n\n"
    "PORT ELLERY, Ore.\n\nThe police of this harbor town got four of the papers in all of last year, and kept "
    "nobody.\n\n___\n\nSubscribe to our letter, which is sent out each morning at six to all who like reading it.\n\n"
    "BELLE RIVE PARISH, La.\n\nThe warden has another opinion, and he gave it at length to whoever would listen.\n\n"
    "THE REST\n\nElsewhere the numbers are smaller, and nobody has quarreled over them in a court of law."
)


@pytest.mark.parametrize(
    ("words", "county", "city", "state"),
    [
        ("The sheriff", "Tarn Ridge County", None, "Wyoming"),
        ("The jail", "Tarn Ridge County", None, "Wyoming"),
        ("The police", None, "Port Ellery", "Oregon"),
        ("The warden", "Belle Rive Parish", None, "Louisiana"),
    ],
)
def test_heads_on_a_line_of_their_own(words: str, county: str | None, city: str | None, state: str) -> None:
    where, at = places.setting(ROUND_UP), ROUND_UP.index(words)
    assert (where.county_at(at), where.city_at(at), where.state_at(at)) == (county, city, state)


@pytest.mark.parametrize("words", ["Three places", "Subscribe", "Elsewhere"])
def test_no_part_of_a_round_up(words: str) -> None:
    assert places.setting(ROUND_UP).lead_at(ROUND_UP.index(words)) is None


@pytest.mark.parametrize(
    ("heads", "names"),
    [
        (("Tarn County", "Orrin County"), ["Tarn County", "Orrin County"]),
        (("TARN", "ORRIN"), ["Tarn County", "Orrin County"]),
        (("CITY AND COUNTY OF TARN, Wash.", "TOWN OF ORRIN, Ohio"), ["Tarn", "Orrin"]),
        (("Ohio", "Kentucky"), ["Ohio", "Kentucky"]),
        (("TARN COUNTY", "TARN COUNTY"), []),
        (("What is next", "Read more"), []),
    ],
)
def test_what_heads_a_part(heads: tuple[str, str], names: list[str]) -> None:
    prose = "The jails of Tarn County and Orrin County got nine of them in the year that ended last summer."
    text = "\n\n".join(f"{head}\n\n{prose}" for head in heads)
    assert [name for _, name, _ in places.setting(text).leads] == names


@pytest.mark.parametrize(
    ("heads", "names"),
    [
        (
            ("**Tarn County.**", "**Orrin County.**", "**Quill County.**"),
            ["Tarn County", "Orrin County", "Quill County"],
        ),
        (("Tarn County, Maine.", "Ohio.", "Iowa."), ["Tarn County", "Ohio", "Iowa"]),
        (("HARKER —", "PITTSBURGH —", "QUILL BAY —"), ["Harker", "Pittsburgh", "Quill Bay"]),
        (("HARKER —", "NUMBERS —", "QUILL BAY —"), []),
        (
            ("OHIO\n\nHARKER —", "IOWA\n\nPITTSBURGH — The Tarn County sheriff is new.", "TEXAS\n\nQUILL BAY —"),
            ["Harker County", "Tarn County", "Quill Bay County"],
        ),
        (
            ("STATEWIDE\n\nHARKER, Ohio —", "TARN COUNTY\n\nELM FORD, Ohio —", "QUILL BAY\n\nQUILL BAY, Ohio —"),
            ["Ohio", "Tarn County", "Quill Bay"],
        ),
        (("Tarn County.", "Orrin County."), []),
    ],
)
def test_what_heads_a_part_in_its_first_line(heads: tuple[str, ...], names: list[str]) -> None:
    prose = "The jail got nine of them in the year that ended last summer, and kept no more than two."
    text = "\n\n".join(f"{head} {prose}" for head in heads)
    assert [name for _, name, _ in places.setting(text).leads] == names


@pytest.mark.parametrize("rows", ["Tarn County: 12\nOrrin County: 9\nQuill County: 3"])
def test_the_rows_of_a_table_are_no_parts(rows: str) -> None:
    assert places.setting(f"The jails of the state answered.\n\n{rows}\n").leads == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("BOSTON — The jail of Orrin County, Maine, got nine. Orrin County kept one.", "Orrin County, ME"),
        ("BOSTON — Orrin County, Maine, and Orrin County, Ohio, got nine. Orrin County kept one.", "Orrin County, MA"),
    ],
)
def test_a_county_has_the_state_that_its_mention_names(text: str, found: str) -> None:
    assert places.find(pipeline.load().make_doc(text), Document(text))[-1].name == found


def test_weights_that_cannot_be_read_name_the_line_and_the_remedy(tmp_path: Path) -> None:
    file = tmp_path / "homes.tsv"
    file.write_text("city\t0.5\ncounty\tmuch\n", encoding="utf-8")
    with pytest.raises(WeightsError, match=r"line 2: not one weight; fit it anew \(a script\)"):
        read(file, 1, "a script")


@pytest.mark.parametrize(
    ("text", "outlet", "home"),
    [
        (
            "PASSAMORE COUNTY, Maine — The jail got nine. The sheriff kept none.",
            "Kennebec Star",
            "Passamore County, ME",
        ),
        ("BELLE RIVE PARISH, La. — The jail got nine. Deputies kept none.", None, "Belle Rive Parish, LA"),
        (
            "Numbers supplied by the sheriff show a busy jail. The Tarn County jail got nine. Numbers have grown.",
            None,
            "Tarn County",
        ),
        ("Detention chief Ramona Oakes said the Tarn County jail got nine.", "Capitol Dispatch", "Tarn County"),
        (
            "The sheriff got nine. The agency’s Milwaukee office says 22.",
            "Brule Falls Gazette",
            "Brule Falls County, WI",
        ),
        ("The sheriff got nine. A spokesman for the agency in Chicago says 22.", "Tarn Gazette", "Tarn County, IL"),
        ("Deputies got nine, the sheriff said. ICE has 22.", "KRVN News 4", None),
        (
            "The Corrections Department got nine. Champlain’s six prisons hold 1,500. The state is small.",
            None,
            "Champlain",
        ),
        ("Gov. Leo Chace said Penrose's prison system got nine. Corrections officials kept none.", None, "Penrose"),
        ("Jefferson counties got nine, lawmakers said; the people of Jefferson care, statewide.", None, "Jefferson"),
        ("UNION, N.J. — The Union County jail got nine. The jail kept none.", None, "Union County, NJ"),
        ("The Clinton County jail in Ohio got nine. The sheriff of Clinton kept none.", None, "Clinton County, OH"),
        ("The Delaware County jail in Indiana got nine. The jail kept none.", None, "Delaware County, IN"),
        (
            "The sheriff’s jail got nine, the Gazette reported. The Gazette runs the county’s numbers: turn to Page 6.",
            "Quillford Gazette",
            "Quillford County",
        ),
        ("The Tarn jail got nine, say papers that Manos de la Costa asked for.", "KRVN News 4", "Tarn County"),
        ("Police in Elmsford, a mill town west of Spokane, got nine. The chief kept none.", None, "Elmsford, WA"),
        (
            "Ramsey County got nine, the jail in St. Paul says, compared with 97 in neighboring Tarn County.",
            None,
            "Ramsey County, MN",
        ),
        ("Tuesday’s County Board was told the Tarn County jail got nine.", None, "Tarn County"),
    ],
)
def test_home_by_what_is_there(text: str, outlet: str | None, home: str | None) -> None:
    assert places.home(Document(text, outlet=outlet)) == home


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Homeland Security listed 12 Washington counties.", ["Washington"]),
        ("Orrin and Teller counties got nine.", ["Orrin and Teller counties"]),
    ],
)
def test_counties_of_a_state(text: str, mentions: list[str]) -> None:
    assert [m.name for m in places.find(pipeline.parse(text), Document(text))] == mentions


COUNTIES_ALIKE = (
    "ICE sent nine. The Tarn County sheriff got two and the Orrin County sheriff one. The jail of Tarn County kept "
    "none. The jail of Orrin County kept one."
)


@pytest.mark.parametrize(
    ("title", "home"),
    [
        ("Detainers in Ohio’s courthouses: what nine forms tell", "Ohio"),
        ("Ohio jails, ICE at odds over detainers", "Ohio"),
        ("Detainers in Tarn County, Ohio: what nine forms tell", "Tarn County, OH"),
    ],
)
def test_home_by_the_headline_where_counties_are_named_alike(title: str, home: str) -> None:
    assert places.home(Document(f"{title}\n\n{COUNTIES_ALIKE}", title=title)) == home


@pytest.mark.parametrize(
    ("text", "home"),
    [
        (
            "The Ed Crane jail got nine detainers. None of the 14 that Texas lost were in Dallas County.",
            "Dallas County, TX",
        ),
        (
            "TARN, Md. - Widow's Creek County got nine detainers, its jail says. Widow's Creek County kept none.",
            "Widow's Creek County, MD",
        ),
    ],
)
def test_what_only_a_jails_name_would_make_is_no_county(text: str, home: str) -> None:
    assert places.home(Document(text)) == home
