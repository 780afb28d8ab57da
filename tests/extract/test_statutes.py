"""Statutes: (text, expected names) pairs; the laws of the vocabulary are real, the others made up."""

from __future__ import annotations

import pytest

from extract import statutes
from extract.model import Document, Statute


def read(text: str, **known: object) -> list[Statute]:
    return statutes.find(text, Document(text, **known))  # type: ignore[arg-type]


def names(text: str) -> list[str]:
    return [s.name for s in read(text)]


BY_SHAPE = [
    ("The change follows a March ruling by U.S. District Judge Jo Park.", ["March ruling"]),
    ("U.S. Magistrate Judge Jo Park's decision ended the holds.", ["federal decision"]),
    ("A 2014 appeals ruling made the jail stop.", ["2014 appeals ruling"]),
    ("A state appeals court in Tarn ruled Tuesday against the holds.", ["state appeals court ruling"]),
    ("Jail policy prohibits holding anyone without a warrant.", ["Jail policy"]),
    ("The nine fell under a policy commissioners passed that May.", ["policy"]),
    ("The county has had a welcoming resolution since 2017.", ["a welcoming resolution"]),
    ("A 2019 ruling by a county judge found that deputies may not.", ["2019 ruling by a county judge"]),
    ("Sheriffs cited a May ruling by a federal magistrate in Ohio.", ["May Ohio ruling"]),
    ("A ruling by a federal judge bars it.", ["federal judge’s ruling"]),
    ("A 2014 Second Circuit ruling lets it be.", ["2014 Second Circuit ruling"]),
    ("Since a federal judge ruled in 2014 that jails can be sued, it honors none.", ["2014 federal ruling"]),
    ("A judge ruled in 2014 that the fence could stay.", []),
    ("G.S. 162-62 and RCW 10.93.160 tell jails what to ask.", ["G.S. 162-62", "RCW 10.93.160"]),
    ("Mayor Ann K. Reed's executive order of May 2016 forbids it.", ["executive order"]),
    ("A 2017 agency directive asks for a warrant.", ["2017 agency directive"]),
    ("The council passed a welcoming-city resolution.", ["a welcoming-city resolution"]),
    ("It broke the state's fair and impartial policing policy.", ["the state's fair and impartial policing policy"]),
    ("They act under a policy the sheriff signed in 2021.", ["policy"]),
    ("ICE issued a report, as an executive order of Jan. 25 requires.", ["executive order"]),
    ("Under the agency's guidance of May 2012, few are held.", ["agency's guidance of May 2012"]),
    ("The 2024 law requires each jailer to report.", ["2024 law"]),
    ("The city follows its 2017 ordinance.", ["2017 ordinance"]),
    ("Pursuant to Penal Code section 933 and Policy 512, he answers.", ["Penal Code section 933", "Policy 512"]),
    ("Counsel points to Article XI of the state Constitution.", ["Article XI of the state Constitution"]),
    (
        "A state law that took effect in May forbids it. They sued under 42 U.S.C. § 1983.",
        ["state law", "42 U.S.C. § 1983"],
    ),
    ("Colorado’s HB19-1124, signed in 2019, prohibits it.", ["HB19-1124"]),
    (
        "House Bill 318, the Criminal Illegal Alien Enforcement Act, took effect.",
        ["Criminal Illegal Alien Enforcement Act"],
    ),
    ("Ohio's House Bill 26 would ban it; H.B. 26 is pending.", ["House Bill 26"]),
    ("Senate Bill 707 and SB 12 died.", ["Senate Bill 707", "SB 12"]),
    ("State law, known as the Fair Custody Act, bars it.", ["Fair Custody Act"]),
    ("A 2018 state law, the Custody Limits Act, allows it.", ["Custody Limits Act"]),
    ("The Harbor City Trust Ordinance, adopted in 2015, forbids it.", ["Harbor City Trust Ordinance"]),
    ("Ordinance 4-17, the Welcoming Act, requires a report.", ["Welcoming Act"]),
    ("Local Laws 58 and 59 of 2014 set the terms.", ["Local Law 58 of 2014", "Local Law 59 of 2014"]),
    ("Executive Order 135-19 tells the jail what to do.", ["Executive Order 135-19"]),
    ("An executive order, EO 47, came in February.", ["EO 47"]),
    ("Act 1076 of 2019 says a city can’t.", ["Act 1076 of 2019"]),
    ("The town's Fair and Impartial Policing Policy dates from 2016.", ["Fair and Impartial Policing Policy"]),
    ("A 2021 state appeals court ruling, Doe v. Tamarack County, reached it.", ["Doe v. Tamarack County"]),
    (
        "A 2017 decision of the state's Supreme Judicial Court bars it.",
        ["2017 decision of the state's Supreme Judicial Court"],
    ),
    (
        "It cites Nuñez-Rey v. City of Ellery Bay, 123 F.3d 456 (1st Cir. 1999), twice.",
        ["Nuñez-Rey v. City of Ellery Bay"],
    ),
    ("Four of them had not read a 2018 directive.", ["2018 directive"]),
    ("Since then a December 2013 ordinance has limited holds.", ["December 2013 ordinance"]),
    ("A city law that took effect in March tells the jail to let them go.", ["city law"]),
    ("At issue is an ordinance that commissioners passed last Sept. 7.", ["ordinance"]),
    ("The county board passed an ordinance last September, and ICE objected.", ["ordinance"]),
    ("He restored a policy that his predecessor had undone.", ["policy"]),
    ("An executive order that the president signed Jan. 25 says so.", ["executive order"]),
    ("A city ordinance that requires a tally led to the report.", ["city ordinance"]),
    ("The petition leans on Article 1, Section 12, of the state constitution.", ["Article 1, Section 12"]),
    ("She was there to oppose Bill 63-18, which would forbid the calls.", ["Bill 63-18"]),
    ("State law forbids holds in Maine, and state law lets a jail call.", ["Maine law"]),
    ("Maine law since 2019 has barred holds.", ["Maine law"]),
    ("The sheriff has no say in it under state law in Maine.", []),
    ("Under state law in Maine, jails may call.", ["Maine law"]),
    ("Maine law dating from 1999 forbids it. The Custody Limits Act would too.", ["Maine law", "Custody Limits Act"]),
    ("She wrote the 2021 law that bars jails from calling.", ["2021 law"]),
    ("The files came under the state’s open records law.", ["state’s open records law"]),
    ("State law forbids it. The Custody Limits Act took effect in May.", ["Custody Limits Act"]),
    ("The court found that state law does not allow it.", []),
    ("The state's highest court held in 2017 that it may not.", ["2017 state's highest court ruling"]),
    ("In 2018 a state appeals court, in a case from Tarn, said no.", ["2018 state appeals court ruling"]),
    ("A 2017 order by then-County Executive Jo Park tells jailers what to do.", ["executive order"]),
    ("The county had joined Secure Communities by then.", ["Secure Communities"]),
    ("A judge's order is needed. An ordinance would help, and they want a policy that works.", []),
    ("Without a law that lets them, deputies hold nobody; a bill was passed over.", []),
    ("Tamarack’s sanctuary ordinance forbids it.", ["Tamarack’s sanctuary ordinance"]),
    ("The department was obeying the city's detainer law.", ["the city's detainer law"]),
    ("It follows state and local sanctuary law.", ["state and local sanctuary law"]),
    ("It violates the Fourth and Tenth Amendments.", ["Fourth Amendment", "Tenth Amendment"]),
    ("The Supremacy Clause decides.", ["Supremacy Clause"]),
    ("A detainer is issued on Form I-247A with an I-200 attached.", ["Form I-247A", "Form I-200"]),
    ("The ordinance, approved 10-5 on Sept. 7, tells the jail so.", ["ordinance"]),
    ("The council passed its welcoming ordinance last May.", ["welcoming ordinance"]),
    ("Ellery Bay's Welcoming City ordinance bars it.", ["Ellery Bay's Welcoming City ordinance"]),
    ("The county's 2019 detainer policy says no.", ["The county's 2019 detainer policy"]),
    ("It held nobody, since the attorney general's 2018 directive forbids it.", ["attorney general's 2018 directive"]),
    ("The first report under the president's January executive order lists it.", ["executive order"]),
    ("County Executive Jo Park signed an order Monday that gives ICE four hours.", ["executive order"]),
    ("A new state law kicked in on July 1.", ["state law"]),
    ("The report that a state law required since March cites HB 2124.", ["HB 2124"]),
    ("The files came under Alabama's open records law.", ["Alabama's open records law"]),
    ("As required by O.C.G.A. § 42-4-14, he asked.", ["O.C.G.A. § 42-4-14"]),
    ("Florida law (chapter 908 of the statutes) says so.", ["chapter 908 of the statutes"]),
    ("It cites Section 19.2-83.2 of the Code of Virginia.", ["Section 19.2-83.2 of the Code of Virginia"]),
    ("LD 1971 takes effect, and LB 370 failed.", ["LD 1971", "LB 370"]),
    ("Police Directive 5.14 and department policy 3.54 bar it.", ["Directive 5.14", "department policy 3.54"]),
    (
        "Under the state's Right-to-Know Law and Open Public Records Act, it is.",
        ["Right-to-Know Law", "Open Public Records Act"],
    ),
    ("All had convictions listed in SB 54, and 186 of those people left.", ["SB 54"]),
    ("Emails came under the state’s Freedom of Information Act.", ["Freedom of Information Act"]),
    ("No one was held, the chief said, citing a Washington court decision.", ["Washington court decision"]),
    ("Its rule comes from a decision last May by the state's highest court.", ["highest court decision"]),
    ("The jail quit on Friday, after a federal judge ruled that a detainer is a request.", ["federal ruling"]),
    ("It cites a federal appeals court, which ruled six years ago that they may.", ["federal appeals court ruling"]),
    ("The town lost: a 2018 appellate ruling stands.", ["2018 appellate ruling"]),
    ("The sheriff told reporters that Oregon law leaves him no choice.", ["Oregon law"]),
    ("Marlow's 2018 ordinance lets no one be kept.", ["2018 ordinance"]),
    ("The suit rests on the state's 2019 anti-sanctuary law.", ["state's 2019 anti-sanctuary law"]),
    ("It honored 12 until a state attorney general's opinion last March.", ["state attorney general's opinion"]),
    ("An opinion of the attorney general says otherwise.", ["attorney general’s opinion"]),
    ("Harlan's order of May 2018 forbids it.", ["Harlan's order"]),
    ("Tran signed her order in January 2016.", ["executive order"]),
    ("It follows an executive order of Jan. 25, “Enhancing Public Safety in the Interior.”", ["Executive Order 13768"]),
    ("Town meeting voted to adopt a welcoming-community bylaw.", ["a welcoming-community bylaw"]),
    ("San Luis Vega County's detainer policy drew fire.", ["San Luis Vega County's detainer policy"]),
    ("The town's own policy, adopted in March, asks for a warrant.", ["The town's own policy"]),
    ("State law, on the books since 2013, bars officers from doing it.", ["State law"]),
    ("Local law lets the jail do it only with a warrant.", ["Local law"]),
    (
        "The Oregon ruling, in a suit by Maria Miranda-Olivares, ended it.",
        ["Miranda-Olivares v. Clackamas County"],
    ),
]

CITED = [
    ("The authority is found in 8 C.F.R. § 287.7.", ["8 C.F.R. § 287.7"]),
    ("The authority is Section 287.7 of Title 8 of the United States Code.", ["8 C.F.R. § 287.7"]),
    ("The city's code cites 8 U.S.C. § 287.7, and ICE cites 8 CFR 287.7(d).", ["8 C.F.R. § 287.7"]),
    ("Suits under 42 U.S.C. § 1983 and 8 U.S.C. 1373 followed.", ["42 U.S.C. § 1983", "8 U.S.C. § 1373"]),
    ("See 8 U.S.C. §§ 1226, 1357.", ["8 U.S.C. § 1226", "8 U.S.C. § 1357"]),
    ("Eleven sheriffs signed 287(g) agreements; the 287(g) program grew.", ["287(g)"]),
    ("The Connecticut Trust Act, codified at Conn. Gen. Stat. § 54-192h, allows it.", ["Connecticut Trust Act"]),
    ("RCW 10.93.160 and ORS 181A.820 bar it.", ["RCW 10.93.160", "ORS 181A.820"]),
    ("C.R.S. 24-76.6-102 bars it.", ["C.R.S. 24-76.6-102"]),
    (
        "Admin. Code § 14-154 and section 9-131 of the Administrative Code apply.",
        ["NYC Admin. Code § 14-154", "NYC Admin. Code § 9-131"],
    ),
    ("Indiana Code 5-2-18.2 forbids it.", ["Indiana Code 5-2-18.2"]),
    ("It proposed section 9.631 of the Revised Code.", ["section 9.631 of the Revised Code"]),
]

KNOWN = [
    ("BOSTON — The SJC told us that in Lunn.", "Lunn v. Commonwealth", "Lunn v. Commonwealth, 477 Mass. 517 (2017)"),
    (
        "The opinion leans on Galarza v. Szalczyk.",
        "Galarza v. Szalczyk",
        "Galarza v. Szalczyk, 745 F.3d 634 (3d Cir. 2014)",
    ),
    (
        "BOSTON — It complies with the Boston Trust Act.",
        "Boston Trust Act",
        "Boston Trust Act, City of Boston Code, Ordinances, 11-1.9",
    ),
    (
        "BOSTON — The “Trust Act” bars it, Boston police said.",
        "Trust Act",
        "Boston Trust Act, City of Boston Code, Ordinances, 11-1.9",
    ),
    ("SOMERVILLE, Mass. — The city's Trust Act bars it.", "Trust Act", "Somerville Trust Act, Ordinance 2-6"),
    ("CHICAGO — The TRUST Act bars it.", "TRUST Act", "Illinois TRUST Act, 5 ILCS 805/1"),
    ("HARTFORD, Conn. — The Trust Act bars it.", "Trust Act", "Connecticut Trust Act, Conn. Gen. Stat. § 54-192h"),
    ("RALEIGH, N.C. — House Bill 10 makes sheriffs do it.", "House Bill 10", "House Bill 10, N.C. S.L. 2024-55"),
    ("AUSTIN, Texas — SB 4 makes sheriffs do it.", "Texas SB 4", "Texas SB 4, SB 4"),
    (
        "A federal magistrate in Portland found that a county had violated her rights.",
        "Miranda-Olivares v. Clackamas County",
        "Miranda-Olivares v. Clackamas County, No. 3:12-cv-02317 (D. Or. 2014)",
    ),
    (
        "Since the Clackamas County ruling it has honored none.",
        "Miranda-Olivares v. Clackamas County",
        "Miranda-Olivares v. Clackamas County, No. 3:12-cv-02317 (D. Or. 2014)",
    ),
    (
        "Four went home, as Galarza says they must.",
        "Galarza v. Szalczyk",
        "Galarza v. Szalczyk, 745 F.3d 634 (3d Cir. 2014)",
    ),
    ("The Wells decision ended it.", "Wells v. DeMarco", "Wells v. DeMarco"),
    ("COLUMBUS, Ohio — House Bill 10 is about roads in Ohio.", "House Bill 10", None),
]

NOTHING = [
    "The office is reviewing a policy adopted in 2014, and the judge's order of Feb. 3 stands.",
    "Connecticut joined the Interstate Agreement on Detainers in 1957.",
    "State law pulls the other way, and the law is the law.",
    "The Immigration Reform Law Institute sued; Harvard Law School did not.",
    "A draft ordinance would forbid it, and there is no such ordinance in Ellery Bay.",
    "Ernesto Galarza, a U.S. citizen, was held; deputies met with Galarza, who sued.",
    "The board kept the policy 3-2 after five hours.",
    "Order 0412 stayed in committee; Room 204 was full.",
    "Mayor Cole Releases Annual Custody Limits Act Report Showing Seventeen Declined Requests",
    "He took the second step in Act one of the play.",
    "The Legal Aid Society welcomed the numbers.",
    "After a judge found the man guilty, the federal decision to leave was hers; a county judge decision is expected.",
    "It held Maria Miranda-Olivares for two weeks.",
    "The board held that state law gives them no power, and the form that state law requires is lost.",
    "The Prison Policy Initiative counted them.",
]


@pytest.mark.parametrize(("text", "expected"), [*BY_SHAPE, *CITED])
def test_found(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "name", "canonical"), KNOWN)
def test_one_name_in_several_places(text: str, name: str, canonical: str | None) -> None:
    (law,) = [s for s in read(text) if s.name == name]
    assert law.canonical == canonical


@pytest.mark.parametrize("text", NOTHING)
def test_nothing(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Harbor City Trust Ordinance forbids it.", "ordinance"),
        ("The Custody Limits Act allows it.", "statute"),
        ("It is in 8 C.F.R. § 287.7.", "regulation"),
        ("Doe v. Tamarack County reached it.", "ruling"),
        ("The Immigrant Trust Directive bars it.", "policy"),
        ("Executive Order 13768 came in 2017.", "executive order"),
        ("Form I-247A asks for it.", "form"),
        ("The Fourth Amendment forbids it.", "constitution"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert [s.kind for s in read(text)] == [kind]


def test_one_law_named_three_ways_is_one_item() -> None:
    text = (
        "House Bill 318, the Criminal Illegal Alien Enforcement Act, took effect. HB 318 is new. The Criminal "
        "Illegal Alien Enforcement Act is long."
    )
    (law,) = read(text)
    assert (law.name, law.citation) == ("Criminal Illegal Alien Enforcement Act", "House Bill 318")
    assert text[law.start : law.end] == law.text
