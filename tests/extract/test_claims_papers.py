"""Whose a document is, whom a pronoun stands for, and whose count follows: a text, the number, its claimant."""

from __future__ import annotations

import pytest

from tests.extract.test_claims_claimant import CITY, COUNTY, check, read

# opening; text; number; claimant
OWNED = [
    # "it found" goes on with the document before, whoever was named there
    (
        COUNTY,
        "The Ohio Division of State Audits faulted the county last week. ICE praised the jail. The audit comforts both "
        "sides. Of those held, it found, 66 were picked up by federal officers.",
        "66",
        "Ohio Division of State Audits",
    ),
    (
        COUNTY,
        "A spreadsheet that ICE released under the Freedom of Information Act has 455 detainers for 2024.",
        "455",
        "ICE",
    ),
    (
        COUNTY,
        "The list, the first of a weekly series from ICE, charges the county with declining nine detainers.",
        "nine",
        "ICE",
    ),
    (COUNTY, "A chart that Homeland Security handed out blames the county for 61 declined detainers.", "61", "DHS"),
    (COUNTY, "ICE sent the county a list in May. The list names 38 inmates released despite detainers.", "38", "ICE"),
    (COUNTY, "A table published by ICE credits the jail with 12 honored detainers.", "12", "ICE"),
    (COUNTY, "The jail's own papers contain 204 detainers for 2024.", "204", "JAIL"),
    (COUNTY, "A roster kept by the sheriff's office lists 17 detainers it declined.", "17", "JAIL"),
    (COUNTY, "ICE released figures in May. They show 88 detainers declined by the jail in 2024.", "88", "ICE"),
    (COUNTY, "A federal spreadsheet covers 2024. It marks nine detainers as declined by the jail.", "nine", "ICE"),
    (
        COUNTY,
        "According to an ICE report that the Tillman Institute obtained, jails declined 145 detainers in 2024.",
        "145",
        "ICE",
    ),
]
WHOSE = [
    (CITY, "Police received 21 detainers in 2024, their annual report to the City Council shows.", "21", "POLICE"),
    (
        COUNTY,
        "The jail received 21 detainers from ICE in 2024, its annual report to the county commissioners shows.",
        "21",
        "JAIL",
    ),
    (COUNTY, "ICE sent the jail 21 detainers in 2024, by its own count.", "21", "ICE"),
    (COUNTY, "Draper disagrees with ICE. Her count: 52 detainers received in 2024.", "52", "JAIL"),
    (
        COUNTY,
        "The jail received 52 detainers in 2024, Draper answered: 40 from ICE and 12 from the Border Patrol.",
        "40",
        "JAIL",
    ),
]
HEARD = [
    (
        COUNTY,
        "County officials answer that since the January order the jail has declined none of its detainers.",
        "none",
        "JAIL",
    ),
    (
        COUNTY,
        "A letter from the Justice Department directed the county to hand over its records. "
        "The jail has received 149 detainers since 2020, Draper replied.",
        "149",
        "JAIL",
    ),
    (
        CITY,
        "Wenlock police got three detainers in 2024, Vance said; the Cleveland field office of ICE counted 16.",
        "16",
        "ICE",
    ),
    (
        COUNTY,
        "ICE officials lodged 214 detainers at the jail, and the jail let 88 people walk out, ICE said in a statement.",
        "88",
        "ICE",
    ),
    (
        COUNTY,
        'A spokesperson for ICE, Mark Delano, sent a statement: "ICE lodged 367 detainers with the jail in 2024. '
        'The jail complied with 61."',
        "61",
        "ICE",
    ),
    (
        COUNTY,
        "The Government Accountability Office reviewed ICE's refusals. "
        "Auditors found that the jail received only 41 of the detainers in 2024.",
        "41",
        "Government Accountability Office",
    ),
]

OTHERS = [
    (
        COUNTY,
        "ICE's spokesman, Mark Delano, called that a guess. The sheriff does not guess. His office says 14 of the "
        "people held on detainers left in May.",
        "14",
        "JAIL",
    ),
    (
        COUNTY,
        "ICE spokesman Mark Delano said his officers' records show 44 people taken into custody at the jail in 2024.",
        "44",
        "ICE",
    ),
    (
        COUNTY,
        "ICE counts otherwise. Agents fax the jail twice, Draper explained. Her staff logged 61 detainers in 2024.",
        "61",
        "JAIL",
    ),
    (
        CITY,
        "Immigration agents want more. Between May and July, the Ohio Department of Corrections got 71 detainers, "
        "figures provided by the agency show.",
        "71",
        "Ohio Department of Rehabilitation and Correction",
    ),
    (COUNTY, "Held on detainers in 2024: 82, according to the jail; 86, according to ICE.", "86", "ICE"),
    (COUNTY, "Held on detainers in 2024: 82, according to the jail; 86, according to ICE.", "82", "JAIL"),
    (COUNTY, "ICE left 58 inmates at the jail in 2024, the sheriff says; the agency puts it at 19.", "19", "ICE"),
    (COUNTY, "The sheriff's office corrects its detainer count to 93; ICE still says 160.", "93", "JAIL"),
    (
        COUNTY,
        "Homeland Security put out a list on Monday. The list says the jail ignored 205 detainers in 2024.",
        "205",
        "DHS",
    ),
    (
        "WENLOCK, Ohio — ",
        "What came of it depends on the jail, according to a review of ICE records that the Herald made.\n\n"
        "Among the findings:\n\n"
        "- The number of detainers fell from 512 in 2023 to 211 in 2024.\n",
        "512",
        "ICE",
    ),
    (
        COUNTY,
        "The jail declined 61 detainers in 2024, according to the county auditor.",
        "61",
        "Harbin County Auditor",
    ),
    (
        COUNTY,
        "The Attorney General's survey, released in May, says that 39 jails logged 2,716 detainers in 2023.",
        "2,716",
        "Ohio Attorney General",
    ),
    (COUNTY, "The county auditor counted 61 detainers declined by the jail.", "61", "Harbin County Auditor"),
    (COUNTY, "The county controller's report says the jail honored 12 detainers.", "12", "Harbin County Controller"),
    (
        COUNTY,
        "The county's superintendent of corrections, Ned Tull, said deputies are busy. They kept 57 people on "
        "detainers in 2024, Tull said.",
        "57",
        "Harbin County Department of Corrections",
    ),
]
# a president's government speaks for the department, no mayor's does
GOVERNMENTS = [
    (COUNTY, "The Trump administration says jails in Ohio let go 904 people despite detainers in 2025.", "904", "DHS"),
    (COUNTY, "Ohio jails ignored 904 detainers in 2025, according to the Trump administration.", "904", "DHS"),
    (
        COUNTY,
        "Since President Biden took office, administration officials said, Ohio jails have declined 904 detainers.",
        "904",
        "DHS",
    ),
    (
        "",
        "Mayor Dale Pell of Alder took office in May. The new administration said the city jail honored 40 detainers "
        "in 2024. Voters there opposed Trump.",
        "40",
        "Alder Jail",
    ),
    (COUNTY, "By the Trump administration's count, Ohio jails turned loose 904 people with detainers.", "904", "DHS"),
    (
        COUNTY,
        "Trump criticized the county. The Marsh administration said the jail had declined 16 detainers in 2025.",
        "16",
        "Marsh administration",
    ),
]
# a document that the text explains elsewhere, and one of a state
EXPLAINED = [
    (
        COUNTY,
        "A state tracker disagrees with the sheriff. It shows 120 detainers received by the jail in 2024. The tracker, "
        "kept by the Ohio Department of Justice, is new.",
        "120",
        "Ohio Department of Justice",
    ),
    (
        COUNTY,
        "The jail got 61 detainers in 2024, the portal says. It is maintained by the Ohio Department of Public Safety.",
        "61",
        "Ohio Department of Public Safety",
    ),
    (
        COUNTY,
        "The registry was built by the Ohio Department of Public Safety. In May the registry had 404 detainers in it.",
        "404",
        "Ohio Department of Public Safety",
    ),
    (
        COUNTY,
        "Jails in Ohio turned over 912 people to ICE in 2024, according to a state database. The Ohio Department of "
        "Corrections, which runs the database, would not say more.",
        "912",
        "Ohio Department of Rehabilitation and Correction",
    ),
    (COUNTY, "The numbers come from ICE. They show that the jail declined 31 detainers in 2024.", "31", "ICE"),
    (
        COUNTY,
        "The Ohio Department of Corrections put up a website in May. The site credits the jail with 61 detainers "
        "honored.",
        "61",
        "Ohio Department of Rehabilitation and Correction",
    ),
]
# a part of what a document counted is its own count, whoever's part it is
PARTS = [
    (
        COUNTY,
        "A report published by ICE says jails in Ohio ignored 611 detainers in 2025. Harbin County accounted for 240 "
        "of them.",
        "240",
        "ICE",
    ),
    (
        COUNTY,
        "An ICE list shows 611 detainers received by jails in Ohio. Harbin County made up 240 of that total.",
        "240",
        "ICE",
    ),
    (
        COUNTY,
        "A report published by ICE says jails in Ohio ignored 611 detainers. Draper's figure is 40.",
        "40",
        "JAIL",
    ),
]
# who speaks under a name that only the sentence before tells
GROUPS = [
    (
        COUNTY,
        "Lena Ortiz runs Immigrant Rights Watch of Ohio. Her group went through federal data last fall. It counted 631 "
        "detainers sent to the county in 2025.",
        "631",
        "Immigrant Rights Watch of Ohio",
    ),
    (
        COUNTY,
        "The plaintiffs told the jury that the Harbin County jail held 212 people past their release dates on "
        "detainers.",
        "212",
        "plaintiffs",
    ),
    (
        COUNTY,
        "Draper said the jail got 167 detainers in 2025. When I called the field office in Erie, a supervisor there, "
        "Dennis Ark, said his people had logged 220.",
        "220",
        "ICE",
    ),
    (
        COUNTY,
        "ICE's Erie field office said it lodged 68 detainers in 2025. The Ohio Auditor's Office lists 52. The field "
        "office said it took 44 people into custody at the jail.",
        "44",
        "ICE",
    ),
    (
        COUNTY,
        "A University of Erie study found that ICE placed detainers on 884 people in 2024. Jail officials said they "
        "turned over 613 people to ICE in 2025.",
        "613",
        "JAIL",
    ),
    (
        COUNTY,
        "The sheriff posts numbers online. The page says the jail received 214 detainers in 2025. ICE disputes "
        "that; it says it sent 260.",
        "260",
        "ICE",
    ),
]
# a document speaks though somebody else was told to before
TURNS = [
    (
        COUNTY,
        "The jail got 140 detainers in 2024, Draper said. That is not what ICE's website says. It lists 212 for the "
        "county.",
        "212",
        "ICE",
    ),
    (
        COUNTY,
        "Draper said the jail ignored 40 detainers in 2025. The administration in Washington says President Trump's "
        "agents sent 120 detainers.",
        "120",
        "DHS",
    ),
]
# who speaks next is of another place, whoever spoke before
ELSEWHERE = [
    (
        COUNTY,
        "Draper said the jail held 39 people for ICE. Up the road in Telford, Police Chief Dale Ames said his "
        "department had gotten three detainers in ten years.",
        "three",
        "Telford Police Department",
    ),
    (
        COUNTY,
        "Draper said the jail held 39 people for ICE. Five forms went to the police department in Telford. The chief "
        "there, Dale Ames, told the council he had gotten four.",
        "four",
        "Telford Police Department",
    ),
    (
        COUNTY,
        "Draper said the jail turned down 44 detainers in 2024. Telford's chief, Dale Ames, said his officers had "
        "refused two detainers.",
        "two",
        "Telford Police Department",
    ),
]


PAIRS = [*TURNS, *GROUPS, *EXPLAINED, *PARTS, *GOVERNMENTS, *ELSEWHERE, *OWNED, *WHOSE, *HEARD, *OTHERS]


@pytest.mark.parametrize(("opening", "text", "number", "expected"), PAIRS)
def test_claimant(opening: str, text: str, number: str, expected: str) -> None:
    check(read(opening + text, number), expected)
