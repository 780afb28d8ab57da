"""The place of a claim, by shape: what its sentence says, whose count it is, where the article plays."""

from __future__ import annotations

from datetime import date

import pytest

from extract import reader
from extract.model import Claim, Document

PUBLISHED = date(2025, 6, 10)
COUNTY = (
    "PELLBROOK, Ohio — Immigration detainers are in dispute in Tarn County, where Sheriff Edna Voll of the Tarn County "
    "Sheriff's Office runs the jail.\n\n"
)
CITY = (
    "PELLBROOK, Ohio — Immigration detainers are in dispute in Pellbrook, where Chief Omar Reyes leads the Pellbrook "
    "Police Department.\n\n"
)
TARN, PELLBROOK, NATION = "Tarn County, OH", "Pellbrook, OH", "United States"

# A text after its opening, and the numbers with their places, in order.
IN_COUNTY = [
    ("In Nevada, the Clark County sheriff's jail received 51 detainers in 2024.", [("51", "Clark County, NV")]),
    ("Over in Indiana, Marion County received 51 detainers in 2024.", [("51", "Marion County, IN")]),
    ("The jail received 52 detainers in 2024.", [("52", TARN)]),
    (
        "ICE accused jails in Maryland, Ohio and Virginia of freeing 312 people in 2024 despite detainers.",
        [("312", "Maryland, Ohio and Virginia")],
    ),
    ("Ohio's second-largest jail received 52 detainers in 2024.", [("52", TARN)]),
    ("The jail declined 52 detainers in 2024, the most in the state.", [("52", TARN)]),
    (
        "ICE said it lodged 410 detainers with jails across the Mad River Basin in 2024. The jail got 12 detainers in "
        "2024.",
        [("410", "Mad River Basin"), ("12", TARN)],
    ),
    (
        "ICE gave the detainers of 2024 by jail:\n\n• Dunmore County Jail, Ky. — 60 lodged\n\nIt lodged 412 with the "
        "jail here.",
        [("60", "Dunmore County, KY"), ("412", TARN)],
    ),
    ("Voll declined 41 detainers last year.", [("41", TARN)]),
    ("A magistrate sitting in Columbus found that the jail received 488 detainers in 2024.", [("488", TARN)]),
    (
        "Ann Quill, an assistant director for Immigration and Customs Enforcement in Cleveland, said it lodged 51 "
        "detainers at the jail.",
        [("51", TARN)],
    ),
    ("Someone in Columbus told Voll that ICE sent the jail 300 detainers last year.", [("300", TARN)]),
    ("The jail honored 19 detainers, and agents from Lima or Dayton drove over for 12.", [("19", TARN), ("12", TARN)]),
    ("While the county demanded that Washington pay, the jail received 174 detainers.", [("174", TARN)]),
    ("The jail, one of the first in Ohio to ask for a judge's order, received 240 detainers in 2024.", [("240", TARN)]),
    ("A lawmaker from Columbus claimed that the jail released 60 people in 2024 despite detainers.", [("60", TARN)]),
    (
        "The jail received 118 detainers in 2024, compared with 97 in neighboring Brill County.",
        [("118", TARN), ("97", "Brill County, OH")],
    ),
    ("The jail held 190 people for ICE in 2024 from as far away as Georgia.", [("190", TARN)]),
    ("The jail held 26 people in 2024 for ICE who had been arrested by Columbus police.", [("26", TARN)]),
    (
        "The jail received six detainers in 2024. ICE's Detroit office, which covers Ohio, said it had lodged nine.",
        [("six", TARN), ("nine", TARN)],
    ),
    (
        "The jail declined 24 detainers in 2024. The attorney general in Columbus says that there were 50 in 2024.",
        [("24", TARN), ("50", TARN)],
    ),
    ("In Pellbrook on Monday, Voll said the jail received 52 detainers in 2024.", [("52", TARN)]),
    ("The next county over, Prince Vine, honored 31 detainers in 2024.", [("31", "Prince Vine County, OH")]),
    ("The county's largest city, Salt Creek, honored 31 detainers in 2024.", [("31", "Salt Creek, OH")]),
    ("The city of Port Vine said its jail received two detainers in 2024.", [("two", "Port Vine, OH")]),
    ("The county's jails received 52 detainers in 2024.", [("52", TARN)]),
    ("ICE said it sent state marshals 140 detainers last year.", [("140", "Ohio")]),
    (
        "By facility, in 2024:\n\n• Brill County Justice Center: 58 detainers lodged\n• Vine Falls District Court: 28 "
        "detainers lodged",
        [("58", "Brill County, OH"), ("28", "Vine Falls, OH")],
    ),
    ("Officials in Brill County, Ohio, declined 61 detainers in 2024.", [("61", "Brill County, OH")]),
    (
        "ICE lodged nine detainers for the man, six of them with jails in Vine County and three in Brill County.",
        [("nine", "Ohio"), ("six", "Vine County, OH"), ("three", "Brill County, OH")],
    ),
    (
        "Voll put the releases of 2024 at 184, after a list that took in Vine County, where 117 people were let go "
        "despite detainers.",
        [("184", TARN), ("117", "Vine County, OH")],
    ),
    (
        "Carla Mundt of ICE's Detroit office, which covers Ohio, said her officers lodged 58 detainers with the jail.",
        [("58", TARN)],
    ),
    (
        "The jail received 52 detainers in 2024. Across the river lies Vine County, which has a pier. There, deputies "
        "declined 41 detainers.",
        [("52", TARN), ("41", "Vine County, OH")],
    ),
    ("Voll told lawmakers in Columbus that the jail declined 41 detainers in 2024.", [("41", TARN)]),
    ("Voll told the Pellbrook Ledger that the jail declined 41 detainers in 2024.", [("41", TARN)]),
    (
        "Filings with the Ohio Bureau of Investigation show that the county received 48 detainers in 2024.",
        [("48", TARN)],
    ),
    ("Of the detainers that the jail received in 2024, three ended in a ride to Cleveland.", [("three", TARN)]),
    ("ICE said it lodged 138 detainers with the jail in 2024.", [("138", TARN)]),
    ("ICE lodged 138 detainers in Tarn County in 2024.", [("138", TARN)]),
    ("A spokesman for the agency in Columbus said it lodged 138 detainers with the jail.", [("138", TARN)]),
    ("Officers from Cleveland collected 12 people from the jail in 2024.", [("12", TARN)]),
    ("Nationwide, ICE issued 149,000 detainers in 2024.", [("149,000", NATION)]),
    ("ICE issued 149,000 detainers across the country in 2024.", [("149,000", NATION)]),
    (
        "Tarn County, an hour east of Cleveland, received 52 detainers in 2024.",
        [("52", TARN)],
    ),
    (
        "In 2024, the jail declined 310 detainers, 24 of them from Vine County, Ohio.",
        [("310", TARN), ("24", "Vine County, OH")],
    ),
    ("The Town of Alder Gulch honored 12 detainers in 2024.", [("12", "Alder Gulch, OH")]),
    ("In nearby Vine County, the jail received 12 detainers in 2024.", [("12", "Vine County, OH")]),
    (
        "ICE issued 149,000 detainers nationwide in 2024, 138 of them to the Tarn County jail.",
        [("149,000", NATION), ("138", TARN)],
    ),
    (
        "Nationwide, ICE issued 149,000 detainers in 2024. The jail received 52 of them.",
        [("149,000", NATION), ("52", TARN)],
    ),
    (
        "Nationwide, ICE issued 149,000 detainers in 2024. The sheriff's office declined 41 detainers.",
        [("149,000", NATION), ("41", TARN)],
    ),
    (
        "The jail received 52 detainers in 2024. Nationally, ICE issued 149,000. Voll honored nine.",
        [("52", TARN), ("149,000", NATION), ("nine", TARN)],
    ),
    ("ICE issued 149,000 detainers across the whole country in 2024.", [("149,000", NATION)]),
    ("The nation's jails declined 20,100 detainers in 2024.", [("20,100", NATION)]),
    ("The jail held 52 people who were in the country illegally on detainers in 2024.", [("52", TARN)]),
    ("A group in Washington says the jail declined 41 detainers in 2024.", [("41", TARN)]),
    ("ICE says its inbox in Columbus shows 118 notices from the jail in 2024.", [("118", TARN)]),
    ("The jail held nine people in 2024 until officers made the drive from Cleveland.", [("nine", TARN)]),
    ("Rep. Ann Cates of Texas said the jail declined 41 detainers last year.", [("41", TARN)]),
    ("The San Francisco Field Office of ICE said it lodged 61 detainers with the jail in 2024.", [("61", TARN)]),
    ("The Ohio Immigrant Rights Project says the jail honored nine detainers in 2024.", [("nine", TARN)]),
    ("Researchers at the University of Washington say ICE arrested 23 people in the county in 2024.", [("23", TARN)]),
    ("The jail in Pellbrook ignored 300 detainers in 2024, ICE said.", [("300", TARN)]),
    ("ICE sent 174 requests in 2016, and the jails declined 100 of them.", [("174", TARN), ("100", TARN)]),
    ("The jail held nobody last year, since the attorney general's 2018 directive forbids it.", [("nobody", TARN)]),
    (
        "The jails' papers for 2020 list 41 detainers in Brill County, 102 in Orrin County and 61 in Tarn County.",
        [("41", "Brill County, OH"), ("102", "Orrin County, OH"), ("61", TARN)],
    ),
    ("Statewide, jails declined 611 detainers in 2024.", [("611", "Ohio")]),
    (
        "Jails across the state declined 611 detainers in 2024. The Tarn County jail declined 41.",
        [("611", "Ohio"), ("41", TARN)],
    ),
    ("Ohio jails declined 611 detainers in 2024.", [("611", "Ohio")]),
    ("The Brill County jail, next door, honored nine detainers last year.", [("nine", "Brill County, OH")]),
    (
        "In Brill County, the jail received 19 detainers; in Tarn County, it received 52.",
        [("19", "Brill County, OH"), ("52", TARN)],
    ),
    ("The jail received 52 detainers in 2024. Brill County received 19.", [("52", TARN), ("19", "Brill County, OH")]),
    ("ICE's field office in Detroit said it lodged 138 detainers with the jail.", [("138", TARN)]),
    ("The jail declined 41 detainers under a Texas law in 2024.", [("41", TARN)]),
    ("Mill Falls police received 12 detainers in 2024.", [("12", "Mill Falls, OH")]),
    (
        "ICE filed 31, 12 and eight detainers in 2024 with the jails of Tarn, Brill and Osgood counties.",
        [("31", TARN), ("12", "Brill County, OH"), ("eight", "Osgood County, OH")],
    ),
    (
        "By county:\n\n- Tarn County: 52 detainers lodged\n- Brill County: 19 detainers lodged",
        [("52", TARN), ("19", "Brill County, OH")],
    ),
    (
        "Brill County had 57 detainers in 2024 and Osgood County 43; Marlow, with a smaller jail, had 25.",
        [("57", "Brill County, OH"), ("43", "Osgood County, OH"), ("25", "Marlow County, OH")],
    ),
    (
        "The counties that received the most detainers in 2024 were Brill, with 118, and Marlow, with 64.",
        [("118", "Brill County, OH"), ("64", "Marlow County, OH")],
    ),
    ("ICE lodged 402 detainers with jails in the Three Forks area in 2024.", [("402", "Three Forks")]),
    ("ICE's Detroit office, which covers Michigan and Ohio, lodged 2,402 detainers in 2024.", [("2,402", "Michigan")]),
    (
        "In Columbus, Ohio, police received 77 detainers in 2024. The jail here received 52.",
        [("77", "Columbus, OH"), ("52", TARN)],
    ),
]

IN_CITY = [
    ("Police received 15 detainers in 2024.", [("15", PELLBROOK)]),
    ("The department received 15 detainers in 2024 and honored none.", [("15", PELLBROOK), ("none", PELLBROOK)]),
    ("ICE says it lodged 198 detainers with the Pellbrook police last year.", [("198", PELLBROOK)]),
    (
        "In Cleveland, police received 40 detainers in 2024. Pellbrook police received 15.",
        [("40", "Cleveland, OH"), ("15", PELLBROOK)],
    ),
    ("ICE said local police declined 24,000 detainers in the United States in 2024.", [("24,000", NATION)]),
    (
        "ICE arrested 1,204 people in Ohio in 2024. In Pellbrook it arrested nine.",
        [("1,204", "Ohio"), ("nine", PELLBROOK)],
    ),
    ("The New York City Police Department received 201 detainers in 2024.", [("201", "New York, NY")]),
]

NOWHERE = [
    (
        "California led the states in 2024. California jails received 29,500 detainers, California's justice agency "
        "said. ICE said that New York City declined 7,526.",
        [("29,500", "California"), ("7,526", "New York, NY")],
    ),
    ("ICE issued 149,000 detainers in fiscal 2024.", [("149,000", NATION)]),
    ("Orrin police received 12 detainers from ICE in 2024.", [("12", "Orrin")]),
    ("The Vantage County Sheriff's Office in Wisconsin declined 31 detainers in 2024.", [("31", "Vantage County, WI")]),
    (
        "DENVER — Immigration detainers are counted differently from place to place in the mountains.\n\n"
        "TARN COUNTY, Wyo.\n\nThe sheriff has no quarrel with the requests. The jail received 31 detainers in 2024.\n\n"
        "GLEN FALLS, Utah\n\nPolice here are not so sure of them. The city received 12 detainers in 2024, they say.\n\n"
        "___\n\nICE issued 149,000 detainers in 2024, and it does not say how many of them anybody honored.",
        [("31", "Tarn County, WY"), ("12", "Glen Falls, UT"), ("149,000", "United States")],
    ),
    ("Police in Norwalk, Connecticut, received nine detainers in 2024.", [("nine", "Norwalk, CT")]),
]

CASES = (
    [(COUNTY + text, wanted) for text, wanted in IN_COUNTY]
    + [(CITY + text, wanted) for text, wanted in IN_CITY]
    + [(text, wanted) for text, wanted in NOWHERE]
)


@pytest.fixture(scope="module")
def readings() -> dict[str, list[Claim]]:
    documents = [Document(text, published=PUBLISHED) for text, _ in CASES]
    return {text: analysis.claims for (text, _), analysis in zip(CASES, reader.read_many(documents), strict=True)}


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text[-60:] for text, _ in CASES])
def test_place(readings: dict[str, list[Claim]], text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert list(dict.fromkeys((claim.value_text, claim.jurisdiction) for claim in readings[text])) == wanted


RELEASES = [
    (
        "HOLLISTER, Mont. — Jails in the Bitter Sage Valley ignored 120 immigration detainers in 2024.\n\nOfficers "
        "lodged 300 detainers with the four jails in 2024. The Tarn County Jail honored 15 detainers in 2024.",
        [("120", "Bitter Sage Valley"), ("300", "Bitter Sage Valley"), ("15", "Tarn County, MT")],
    ),
    (
        "ERO Harlan: Detainers up in upper Great Lakes region\n\nERO officers lodged 2,318 immigration detainers with "
        "jails in the upper Great Lakes region in 2024. Across the region as a whole, jails declined 451 in 2024.",
        [("2,318", "Upper Great Lakes"), ("451", "Upper Great Lakes")],
    ),
    (
        "Three Saltgrass counties declined 269 detainers in 2024\n\nAMARGO, Texas — Jails in three Saltgrass counties "
        "declined 269 detainers in 2024.\n\nHeron County\n\n• 74 detainers lodged\n• 40 declined\n\nTeal County\n\n"
        "• 31 detainers lodged\n\nICE officers made 57 arrests of people whom a jail had released.",
        [
            ("269", "Saltgrass"),
            ("74", "Heron County, TX"),
            ("40", "Heron County, TX"),
            ("31", "Teal County, TX"),
            ("57", "Saltgrass"),
        ],
    ),
    (
        "ERO Portland lodged 810 detainers in northern New England\n\nPORTLAND, Maine — ERO lodged 810 detainers with "
        "jails in Maine, Vermont and New Hampshire in 2024.\n\nOfficers lodged 300 detainers in the three states in "
        "January.\n\nNationwide, ICE issued 149,000 detainers in 2024.",
        [("810", "Northern New England"), ("300", "Northern New England"), ("149,000", NATION)],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), RELEASES)
def test_region_of_a_release(text: str, wanted: list[tuple[str, str | None]]) -> None:
    """A federal release on several counties or states is about the region that its first lines name."""
    claims = reader.read(Document(text, published=PUBLISHED, outlet="U.S. Immigration and Customs Enforcement")).claims
    assert list(dict.fromkeys((claim.value_text, claim.jurisdiction) for claim in claims)) == wanted


def test_round_up_by_state() -> None:
    """Under a state's heading a county is that state's, and its sheriff's figures are its own."""
    text = (
        "CHICAGO — Sheriffs around the Great Lakes dispute a list. It says agencies in four states declined 4,870 "
        "immigration detainers in 2024.\n\nMICHIGAN\n\nThe Sable Bay County jail was listed with 57 declined detainers "
        "in 2024. Sheriff Gloria Dahl called that false and said her office honored 195 detainers in 2024.\n\nWISCONSIN"
        "\n\nPolice in Marquis Point were said to have declined 140 detainers in 2024, and ICE counts 611 declined "
        "detainers in Wisconsin in 2024.\n"
    )
    claims = reader.read(Document(text, published=PUBLISHED)).claims
    assert list(dict.fromkeys((claim.value_text, claim.jurisdiction) for claim in claims)) == [
        ("4,870", "Great Lakes"),
        ("57", "Sable Bay County, MI"),
        ("195", "Sable Bay County, MI"),
        ("140", "Marquis Point, WI"),
        ("611", "Wisconsin"),
    ]


def test_round_up_of_cities() -> None:
    """A heading's county, though its city heads it, and a state that no list knows."""
    text = (
        "Officials in three places dispute a federal list.\n\nGRAND TARN, Wisconsin\n\nSheriff Jo Park says her jail "
        "honored 236 detainers in 2024. ICE lodged 211 detainers in Grand Tarn County in 2024.\n\nPORT ANSEL, "
        "Verdigris\n\nThe Department of Corrections received 64 detainers in 2024.\n\nNORUMBEL, Maine\n\nPolice in "
        "this mill city received 12 detainers in 2024, they told the council last week.\n"
    )
    claims = reader.read(Document(text, published=PUBLISHED)).claims
    assert [(claim.value_text, claim.claimant, claim.jurisdiction) for claim in claims] == [
        ("236", "Grand Tarn County Sheriff's Office", "Grand Tarn County, WI"),
        ("211", "U.S. Immigration and Customs Enforcement", "Grand Tarn County, WI"),
        ("64", "Verdigris Department of Corrections", "Verdigris"),
        ("12", "Norumbel Police Department", "Norumbel, ME"),
    ]


def test_part_of_a_state() -> None:
    """Under a state's name, what follows the count of one county is of that county."""
    text = (
        "The tallies rarely match.\n\nCOLORADO\n\nThe jail in Ute Mesa County received 88 detainers this "
        "year, Sheriff Bonnie True said.\n\nICE's Denver office says it lodged 90 detainers.\n\nILLINOIS\n\nPolice in "
        "Harlan Grove received 17 detainers this year, a chief said.\n\nICE says it sent the suburb 61 detainers."
    )
    claims = reader.read(Document(text, published=PUBLISHED)).claims
    assert [(claim.value_text, claim.jurisdiction) for claim in claims] == [
        ("88", "Ute Mesa County, CO"),
        ("90", "Ute Mesa County, CO"),
        ("17", "Harlan Grove, IL"),
        ("61", "Harlan Grove, IL"),
    ]


def test_one_county_of_a_state() -> None:
    """ "One Ohio county" is no text on Ohio; a city whose name begins as a known one's is not that one."""
    title = "In one Ohio county, two tallies of the same requests"
    text = (
        f"{title}\n\nPELLBROOK, Ohio — The sheriff runs a jail of 90 beds, and Ohio law leaves detainers to her.\n\n"
        "ICE's Duluth Bay office lodged 302 detainers with the jail in 2024."
    )
    claims = reader.read(Document(text, title=title, published=PUBLISHED)).claims
    places = [(claim.value_text, (claim.jurisdiction or "").split(",")[0]) for claim in claims]
    assert [(value, place.removesuffix(" County")) for value, place in places] == [("302", "Pellbrook")]


# Texts on counties of a known state that call some of them by their bare names, and each number with its place.
BARE_COUNTIES = [
    (
        "ROCHESTER, N.Y. - Monroe County's jail got 63 detainers last year. Over the line in Ontario, the sheriff's "
        "office got nine. Wayne's sheriff got 14.",
        ["Monroe County, NY", "Ontario County, NY", "Wayne County, NY"],
    ),
    (
        "In Montgomery County, Maryland, the jail received 112 detainers in 2024. In Prince George's, the jail "
        "took in 97.",
        ["Montgomery County, MD", "Prince George's County, MD"],
    ),
    (
        "MILWAUKEE - The Milwaukee County Jail declined 92 detainers in 2024. Racine, to the south, honored 47.",
        ["Milwaukee County, WI", "Racine County, WI"],
    ),
    (
        "PHILADELPHIA - Of Pennsylvania's counties, Bucks honored 91 detainers in 2024, while Chester declined 34.",
        ["Bucks County, PA", "Chester County, PA"],
    ),
    (
        "STAUNTON, Va. - Up the valley, in Rockingham, Sheriff Ray Dell held 64 people on detainers in 2024, and in "
        "Augusta the jail held 22.",
        ["Rockingham County, VA", "Augusta County, VA"],
    ),
    ("The jail in Washtenaw received 55 detainers in 2024. It is in southern Michigan.", ["Washtenaw County, MI"]),
    (
        "In July County commissioners heard that the Alamance County, N.C., jail had honored 22 detainers.",
        ["Alamance County, NC"],
    ),
    (
        "ALBANY, N.Y. - Albany County's jail got 41 detainers in 2024. Next door, Rensselaer, the one county with an "
        "agreement, handed over 77 people.",
        ["Albany County, NY", "Rensselaer County, NY"],
    ),
    (
        "Charlotte's sheriff says he declined 190 detainers in 2024. North Carolina's Cabarrus County honored 77.",
        ["Mecklenburg County, NC", "Cabarrus County, NC"],
    ),
    (
        "LAS VEGAS - Clark County, Nev., counted 210 detainers in 2024. Up north in Washoe, it was 34. For the whole "
        "state the count was 260.",
        ["Clark County, NV", "Washoe County, NV", "Nevada"],
    ),
    # A town in which something happened is no county, nor is what has a longer name.
    (
        "The Elko County, Nev., jail got 41 detainers in 2024. A trial in Lyon put off 12 transfers, the jail said.",
        ["Elko County, NV", "Elko County, NV"],
    ),
    # A city that its police make one, though a county of the state has its name.
    ("The city of Racine, Wisconsin, said its police received 12 detainers in 2024.", ["Racine, WI"]),
]


@pytest.mark.parametrize(("text", "told"), BARE_COUNTIES)
def test_a_county_by_its_bare_name(text: str, told: list[str]) -> None:
    claims = reader.read(Document(text, published=PUBLISHED)).claims
    assert [claim.jurisdiction for claim in claims] == told
