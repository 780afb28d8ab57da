"""Agencies: (text, expected official names in order) pairs; local agencies are made up."""

from __future__ import annotations

import pytest

from extract import agencies, pipeline
from extract.model import Document

ICE = "U.S. Immigration and Customs Enforcement"
DHS = "U.S. Department of Homeland Security"
TAMARACK = "Tamarack County Sheriff's Office"
CDCR = "California Department of Corrections and Rehabilitation"
ELLERY = "Ellery Bay Police Department"
NYSP = "New York State Police"
MERRIMACK = "Merrimack County Department of Corrections"
COBB = "Cobb County Police Department"


def names(text: str, **known: object) -> list[str]:
    document = Document(text, **known)  # type: ignore[arg-type]
    return [m.name for m in agencies.find(pipeline.parse(text), document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ICE and DHS disagree.", [ICE, DHS]),
        ("The Alder County jail in New Mexico got nine.", ["Alder County Detention Center"]),
        (
            "COUNTY OF ALDER\n\nTo the Board: In Alder County, California, the Department of Correction received nine. "
            "The Sheriff sent none. The Sheriff agrees.",
            ["Alder County Department of Correction"],
        ),
        ("The King County jail in Seattle got nine.", ["King County Department of Adult and Juvenile Detention"]),
        (
            "The Miami-Dade County jail kept nine, corrections records show.",
            ["Miami-Dade Corrections and Rehabilitation Department"] * 2,
        ),
        ("OMAHA, Neb. — The Douglas County jail got nine.", ["Douglas County Department of Corrections"]),
        ("ORLANDO, Fla. — Orange County Corrections got nine.", ["Orange County Corrections Department"]),
        ("NEWARK, Del. — The Kent County jail got nine.", ["Delaware Department of Correction"]),
        ("LOUISVILLE, Ky. — The city's corrections agency kept nine.", ["Louisville Metro Department of Corrections"]),
        ("In Clark County, Nev., the jail got nine.", ["Las Vegas Metropolitan Police Department"]),
        (
            "TARN CITY, N.Y. — The city's police and its Department of Correction got 40. The Department of Correction "
            "kept none.",
            ["Tarn City Police Department", "Tarn City Department of Correction", "Tarn City Department of Correction"],
        ),
        ("OHIO\n\nPolice in Ellery Bay got nine detainers.", []),
        ("ELLERY BAY, Maine\n\nThe campus police at Havel College got two.", ["Havel College Police Department"]),
        ("ELLERY BAY, Maine — Police in this mill city of 36,000 got nine.", [ELLERY]),
        ("NEW ORLEANS — The sheriff's office got nine.", ["Orleans Parish Sheriff's Office"]),
        ("The office of Sheriff Ida Moss in Tamarack County got nine.", [TAMARACK]),
        ("PHILADELPHIA — The Department of Prisons has records of nine.", ["Philadelphia Department of Prisons"]),
        ("BOISE, Idaho — The parole commission let nine go.", ["Idaho Parole Commission"]),
        (
            "The Tamarack County Department of Corrections got nine. State police got two. The Department kept none.",
            ["Tamarack County Department of Corrections", "Tamarack County Department of Corrections"],
        ),
        ("ELLERY BAY, Ohio\n\nPolice in this mill town got nine detainers.", [ELLERY]),
        ("In Ellery Bay, police say they keep nobody. The department got nine.", [ELLERY] * 2),
        (
            "GALOP DE VACHE, Winnemac, March 11, 2026 - The state prison system got nine, Correction Commissioner Jo "
            "Park said.",
            ["Winnemac Department of Correction"],
        ),
        ("In April, police said they keep nobody.", []),
        ("The office of Sheriff Jo Park of Tamarack County got nine.", [TAMARACK]),
        ("Ellery Bay police wrote to the state. The Department got nine, its report says.", [ELLERY] * 2),
        (
            "Clark County, Nevada, has a deal with ICE. The Metropolitan Police Department got nine.",
            [ICE, "Las Vegas Metropolitan Police Department"],
        ),
        (
            "The Tamarack County sheriff got nine, Sheriff Jo Park said. In Maine the Department of Corrections had 9.",
            [TAMARACK, "Maine Department of Corrections"],
        ),
        (
            "ELLERY BAY, Calif. — Tamarack County keeps nobody. The Department of Correction got nine.",
            ["Tamarack County Department of Correction"],
        ),
        ("CITY OF ELLERY BAY, OHIO\nPolice Department\n\nWe got nine.", [ELLERY]),
        ("Immigration and Customs Enforcement (ICE) said so.", [ICE, ICE]),
        ("ERO Boston officers and the feds agree.", [ICE, ICE]),
        ("The Department of Homeland Security said so. The department gave no list.", [DHS, DHS]),
        ("The Tamarack County jail got nine. The jail kept none, the sheriff's office said.", [TAMARACK] * 3),
        ("Tamarack County sheriff's officials got nine.", [TAMARACK]),
        (
            "The Tamarack County Sheriff’s Department got nine. The department kept none.",
            ["Tamarack County Sheriff's Department"] * 2,
        ),
        ("Pennhollow County Prison got nine; the prison kept none.", ["Pennhollow County Prison"] * 2),
        ("The Lamar Parish jail got nine.", ["Lamar Parish Sheriff's Office"]),
        ("The Quill County Jail got nine. The jail kept none.", ["Quill County Jail"] * 2),
        ("The Quill County Jail got nine. Deputies kept none.", ["Quill County Sheriff's Office"]),
        ("Ellery Bay police got nine. The department kept none.", [ELLERY] * 2),
        (
            "ELLERY BAY, Wash. - ICE sent the city 41 requests. A police spokeswoman said the department got nine.",
            [ICE, ELLERY],
        ),
        (
            "New York City police got nine from ICE. The Department of Correction, which runs Rikers Island, got 201.",
            ["New York City Police Department", ICE, "New York City Department of Correction"],
        ),
        (
            "In Lindgren County, which holds nobody, the corrections department got nine.",
            ["Lindgren County Department of Corrections"],
        ),
        (
            "The Corrections Department got nine. Champlain's six prisons are full, the state says.",
            ["Champlain Department of Corrections"],
        ),
        (
            "Maryland's Department of Public Safety and Correctional Services got nine.",
            ["Maryland Department of Public Safety and Correctional Services"],
        ),
        ("IDAHO FALLS, Idaho — A prisons spokeswoman said the state had nine.", ["Idaho Department of Correction"]),
        (
            "The Kenmar Division of Police got nine. The Kenmar Bureau of Police got none.",
            ["Kenmar Division of Police", "Kenmar Bureau of Police"],
        ),
        (
            "The Rio Largo County Detention Center got nine. The jail kept none.",
            ["Rio Largo County Detention Center"] * 2,
        ),
        ("The Rio Largo County Detention Center got nine, the sheriff said.", ["Rio Largo County Sheriff's Office"]),
        ("Ohio's prison system got nine.", ["Ohio Department of Rehabilitation and Correction"]),
        ("California lawmakers met. The state prison system got nine.", [CDCR]),
        ("The state corrections department in Idaho got nine.", ["Idaho Department of Correction"]),
        (
            "SUFFOLK, Va. — Sheriffs keep out. The Western Tidewater Regional Jail got nine. The jail kept none.",
            ["Western Tidewater Regional Jail"] * 2,
        ),
        (
            "The Staunton Fork Regional Jail got nine. The jail kept none.",
            ["Staunton Fork Regional Jail"] * 2,
        ),
        (
            "ELLERY BAY, Maine — Ellery Bay police got nine, Ellery Bay's mayor said. In nearby Glen Falls, which has "
            "no law, the police got two.\n\nThe police told the mayor.",
            [ELLERY, "Glen Falls Police Department", ELLERY],
        ),
        (
            "ELLERY BAY, Maine — Ellery Bay police got nine, the Ellery Bay chief said.\n\nGlen Falls's mayor was "
            "calm. His police got two.",
            [ELLERY, "Glen Falls Police Department"],
        ),
        ("ELLERY BAY, N.J. — Borough police got nine.", [ELLERY]),
        ("The Ellery Bay Police Department got nine. City police kept none.", [ELLERY] * 2),
        ("Boston police got nine, BPD said. Boston PD kept none.", ["Boston Police Department"] * 3),
        ("The Houston Police Department got nine.", ["Houston Police Department"]),
        ("ELLERY BAY, Maine — The City Council met.", ["Ellery Bay City Council"]),
        ("The Ellery Bay Board of Aldermen met.", ["Ellery Bay Board of Aldermen"]),
        (
            "DULUTH, Minn. — The state Department of Corrections asked. The department got 94.",
            ["Minnesota Department of Corrections"] * 2,
        ),
        ("Minnesota's prison agency asked.", ["Minnesota Department of Corrections"]),
        (
            "The California Department of Corrections and Rehabilitation said so. CDCR is big.",
            ["California Department of Corrections and Rehabilitation"] * 2,
        ),
        ("AUGUSTA, Maine — The attorney general’s office said so.", ["Maine Attorney General's Office"]),
        ("The Office of the Ohio Attorney General said so.", ["Ohio Attorney General's Office"]),
        ("In Dunmore County, the sheriff got nine, DCSO said.", ["Dunmore County Sheriff's Office"]),
        (
            "The Center for Immigration Studies is no agency, ICE said. The agency is.",
            ["Center for Immigration Studies", ICE, ICE],
        ),
        (
            "Ellery Bay police got nine. ICE counts 40. The agency is sure; the department is not.",
            [ELLERY, ICE, ICE, ELLERY],
        ),
        ("The Tamarack County Regional Justice Service (TCRJS), an ICE partner, met.", [ICE]),
        ("The ice is thin, and 14 dolphins are on it.", []),
        ("New York police kept two. The State Police kept none.", ["New York City Police Department", NYSP]),
        ("BUFFALO, N.Y. - New York police kept two along the Thruway.", ["New York State Police"]),
        ("HARTFORD, Conn. - State correction officials kept nine.", ["Connecticut Department of Correction"]),
        ("The Merrimack County jail in New Hampshire kept two, and no deputies came.", [MERRIMACK]),
        ("MARIETTA, Ga. - Cobb police kept two. Marietta police kept none.", [COBB, "Marietta Police Department"]),
        ("ATLANTA - The city’s jail kept two.", ["Atlanta Department of Corrections"]),
        ("SPOKANE, Wash. - Spokane County Detention Services kept two.", ["Spokane County Detention Services"]),
        ("MONROE, La. - Ouachita Parish Prison kept two.", ["Ouachita Parish Sheriff's Office"]),
    ],
)
def test_mentions(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_in_a_part_of_a_round_up_an_agency_is_that_parts() -> None:
    text = (
        "TARN RIDGE COUNTY, Wyo.\n\nThe sheriff's office got nine detainers in all of last year, and it kept all.\n\n"
        "GLEN FALLS, Ore.\n\nHere the department got two detainers, and none of the two was honored by anybody.\n\n"
        "ORRIN COUNTY, Idaho\n\nA man who speaks for the office says that it got 12, and that it is proud of them."
    )
    assert names(text) == [
        "Tarn Ridge County Sheriff's Office",
        "Glen Falls Police Department",
        "Orrin County Sheriff's Office",
    ]


def test_organizations_are_no_agencies() -> None:
    text = "The Legal Aid Society thanked the NYPD."
    found = agencies.find(pipeline.parse(text), Document(text))
    assert [(m.kind, m.name) for m in found] == [
        ("organization", "Legal Aid Society"),
        ("agency", "New York City Police Department"),
    ]


@pytest.mark.parametrize(
    ("text", "jurisdiction", "name"),
    [
        ("ICE", None, ICE),
        ("the feds", None, ICE),
        ("Boston Police Dept.", None, "Boston Police Department"),
        ("Dunmore County jail", None, "Dunmore County Sheriff's Office"),
        ("the sheriff", "Dunmore County, CO", "Dunmore County Sheriff's Office"),
        ("the sheriff", "Sonoma County, CA", "Sonoma County Sheriff's Department"),
        ("police", "Ellery Bay, ME", ELLERY),
        ("DOC", "Minnesota", "Minnesota Department of Corrections"),
        ("DOC", "New York, NY", "New York City Department of Correction"),
        ("the sheriff", None, None),
        ("a bakery", "Ellery Bay, ME", None),
    ],
)
def test_canonical(text: str, jurisdiction: str | None, name: str | None) -> None:
    assert agencies.canonical(text, jurisdiction) == name


def test_offsets() -> None:
    text = "The Tamarack County jail got nine, ICE said."
    found = agencies.find(pipeline.parse(text), Document(text))
    assert [m.text for m in found] == ["Tamarack County jail", "ICE"]
    assert all(text[m.start : m.end] == m.text for m in found)
