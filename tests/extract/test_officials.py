"""Officials: (text, expected "name | role | agency") pairs; people and places are made up."""

from __future__ import annotations

import pytest

from extract import agencies, officials, pipeline
from extract.model import Document, Official

ICE = "U.S. Immigration and Customs Enforcement"


def read(text: str, **known: object) -> list[Official]:
    document = Document(text, **known)  # type: ignore[arg-type]
    doc = pipeline.parse(text)
    return officials.find(doc, document, agencies.find(doc, document))


def lines(found: list[Official]) -> list[str]:
    return [f"{o.name} | {o.role} | {o.agency}" for o in found]


TITLES = [
    ("Sheriff Nora Quist of Tamarack County said no.", ["Nora Quist | Sheriff | Tamarack County Sheriff's Office"]),
    (
        "Rhode Island runs two jails of its own, and their director, Nora Quist, keeps nobody on an ICE detainer.",
        ["Nora Quist | director | Rhode Island Department of Corrections"],
    ),
    (
        "BOISE, Idaho — Nora Quist, who directed the state's Department of Correction until May, counted nine.",
        ["Nora Quist | director of state's Department of Correction | Idaho Department of Correction"],
    ),
    (
        "VIRGINIA BEACH, Va. — Sheriff Nora Quist got nine.\n\nIn Norfolk, Sheriff Hugh Marr got two.",
        [
            "Nora Quist | Sheriff | Virginia Beach Sheriff's Office",
            "Hugh Marr | Sheriff | Norfolk Sheriff's Office",
        ],
    ),
    (
        "Lehigh County's jail in Pennsylvania got nine.\n\nAllegheny County's warden, Nora Quist, got two.",
        ["Nora Quist | warden | Allegheny County Jail"],
    ),
    (
        "Quill County, Minn., got nine.\n\nA spokesman for Tarn County, Sgt. Hugh Marr, said its jail got two.",
        ["Hugh Marr | spokesman for Tarn County | Tarn County Sheriff's Office"],
    ),
    (
        "MILWAUKEE — In Madison, the jail got nine, Sheriff Nora Quist said.\n\nMilwaukee County's jail got two.",
        ["Nora Quist | Sheriff | Dane County Sheriff's Office"],
    ),
    (
        "ICE lodged nine in Kansas, Sen. Lindsey Graham said.",
        ["Lindsey Graham | Sen. | U.S. Senate"],
    ),
    (
        "Quill County, Md., got nine.\n\nIn Montgomery County, Md., Police Chief Hugh Marr said officers got two.",
        ["Hugh Marr | Police Chief | Montgomery County Police Department"],
    ),
    (
        "The Tamarack County jail is full, Sheriff Nora Quist said.",
        ["Nora Quist | Sheriff | Tamarack County Sheriff's Office"],
    ),
    (
        "Tamarack County Sheriff Nora Quist said no.",
        ["Nora Quist | Tamarack County Sheriff | Tamarack County Sheriff's Office"],
    ),
    (
        "It began under Sheriff Dale Kirsch of Tamarack County.",
        ["Dale Kirsch | Sheriff | Tamarack County Sheriff's Office"],
    ),
    (
        "Undersheriff Ravi Boone runs the Tamarack County jail.",
        ["Ravi Boone | Undersheriff | Tamarack County Sheriff's Office"],
    ),
    (
        "ELLERY BAY, Maine — Police Chief Ann Doe of Fairmont told senators her officers got four.",
        ["Ann Doe | Police Chief | Fairmont Police Department"],
    ),
    (
        "Ellery Bay Police Chief Hugh Marr declined to comment.",
        ["Hugh Marr | Ellery Bay Police Chief | Ellery Bay Police Department"],
    ),
    (
        "ALDER COUNTY, Wis.\n\nSheriff Nora Quist of Alder County said no.",
        ["Nora Quist | Sheriff | Alder County Sheriff's Office"],
    ),
    ("Ellery Bay police logged nine. Chief Hugh Marr said so.", ["Hugh Marr | Chief | Ellery Bay Police Department"]),
    ("ICE spokeswoman Petra Ames disputed that.", [f"Petra Ames | ICE spokeswoman | {ICE}"]),
    ("BPD spokesperson Lena Ortiz wrote.", ["Lena Ortiz | BPD spokesperson | Boston Police Department"]),
    ("Ellery Bay Mayor Ada Cole vetoed it.", ["Ada Cole | Ellery Bay Mayor | City of Ellery Bay"]),
    ("ELLERY BAY, Maine — Mayor Ada Cole vetoed it.", ["Ada Cole | Mayor | City of Ellery Bay"]),
    ("ELLERY BAY, Maine — City Councilor Jo Park objected.", ["Jo Park | City Councilor | Ellery Bay City Council"]),
    ("ELLERY BAY, Maine — Gov. Ruth Vance signed it.", ["Ruth Vance | Gov. | State of Maine"]),
    ("Maine Attorney General Carl Dunn said so.", ["Carl Dunn | Attorney General | Maine Attorney General's Office"]),
    (
        "ELLERY BAY, Maine — The vote was 9-2. Alderwoman Jo Park objected.",
        ["Jo Park | Alderwoman | Ellery Bay Board of Aldermen"],
    ),
    (
        "PELLBROOK, Texas — The Tarn County jail held nine, and the commissioners court wants to know why. County "
        "Commissioner Jo Park objected.",
        ["Jo Park | County Commissioner | Tarn County Commissioners Court"],
    ),
    (
        "PELLBROOK, N.J. — The Tarn County jail held nine for ICE. The county Department of Corrections, which runs "
        "it, had 40 beds. Corrections Director Jo Park said so.",
        ["Jo Park | Corrections Director | Tarn County Department of Corrections"],
    ),
    (
        "PELLBROOK, Ohio — The Tarn County jail held nine. Chief Probation Officer Jo Park had none.",
        ["Jo Park | Chief Probation Officer | Tarn County Probation Department"],
    ),
    (
        "PELLBROOK, Ohio — Tarn County has four cities. Ladner, the smallest city, took in six, Chief Jo Park said.",
        ["Jo Park | Chief | Ladner Police Department"],
    ),
    (
        "PELLBROOK, Ohio — The Tarn County jail held nine, Auditor Jo Park found.",
        ["Jo Park | Auditor | Tarn County Auditor"],
    ),
    (
        "The city police chief, Jo Park, works in the City of Pellbrook.",
        ["Jo Park | city police chief | Pellbrook Police Department"],
    ),
    ("U.S. Attorney Dana Holt charged him.", ["Dana Holt | U.S. Attorney | U.S. Attorney's Office"]),
    ("U.S. District Judge Irene Falk ruled Monday.", ["Irene Falk | U.S. District Judge | U.S. District Court"]),
    (
        "Homeland Security Secretary Marie Stone said so.",
        ["Marie Stone | Homeland Security Secretary | U.S. Department of Homeland Security"],
    ),
    ("Tamarack County Executive Gil Moss promised notice.", ["Gil Moss | Tamarack County Executive | Tamarack County"]),
    (
        "Tamarack County District Attorney Bea Lund objected.",
        ["Bea Lund | Tamarack County District Attorney | Tamarack County District Attorney's Office"],
    ),
    (
        "DULUTH, Minn. — Corrections Commissioner Sol Reyes testified.",
        ["Sol Reyes | Corrections Commissioner | Minnesota Department of Corrections"],
    ),
    (
        "PITTSBURGH — Gov. Ada Lind would veto it, Pennsylvania lawmakers were told.",
        ["Ada Lind | Gov. | Commonwealth of Pennsylvania"],
    ),
    (
        "MARL CITY, Utah — The Orrin County detention center got nine, Warden Ike Sallow said. Deputies held two.",
        ["Ike Sallow | Warden | Orrin County Detention Center"],
    ),
    (
        "MARL CITY, Utah — The Orrin County jail got nine, Corrections Director Ike Sallow said. Deputies held two.",
        ["Ike Sallow | Corrections Director | Orrin County Department of Corrections"],
    ),
    (
        "MARL CITY, Utah — Marl City police got nine, Public Safety Director Ike Sallow said.",
        ["Ike Sallow | Public Safety Director | City of Marl City"],
    ),
    (
        "The Orrin County jail in Iowa got nine. Ada Lind, the county's criminal justice director, said so.",
        ["Ada Lind | county's criminal justice director | Orrin County"],
    ),
    (
        "The county that honored most is Orrin, whose sheriff, Ada Lind, weighs each request in Iowa.",
        ["Ada Lind | sheriff | Orrin County Sheriff's Office"],
    ),
    (
        "Acting Sheriff Lew Hardy of Tamarack County said so.",
        ["Lew Hardy | Acting Sheriff | Tamarack County Sheriff's Office"],
    ),
    (
        "ELLERY BAY, Maine — Councilors Jo Park, Tim Asher and Lucia Bell voted no.",
        [
            "Jo Park | Councilor | Ellery Bay City Council",
            "Tim Asher | Councilor | Ellery Bay City Council",
            "Lucia Bell | Councilor | Ellery Bay City Council",
        ],
    ),
]

APPOSITIONS = [
    ("Ann Bexley, a spokeswoman for ICE, said 40.", [f"Ann Bexley | spokeswoman for ICE | {ICE}"]),
    (
        "“Forty,” said Lou Trent, acting field office director for Enforcement and Removal Operations in Ellery Bay.",
        [f"Lou Trent | acting field office director for Enforcement and Removal Operations in Ellery Bay | {ICE}"],
    ),
    (
        "Lou Trent, 52, the agency's deputy field office director in Ellery Bay, told ICE critics so.",
        [f"Lou Trent | agency's deputy field office director in Ellery Bay | {ICE}"],
    ),
    (
        "Lou Trent, who directs ICE’s Ellery Bay field office, said so.",
        [f"Lou Trent | director of ICE’s Ellery Bay field office | {ICE}"],
    ),
    ("An ICE spokesman, Lou Trent, said so.", [f"Lou Trent | ICE spokesman | {ICE}"]),
    (
        "A spokesman for the Tamarack County sheriff, Lou Trent, said so.",
        ["Lou Trent | spokesman for the Tamarack County sheriff | Tamarack County Sheriff's Office"],
    ),
    (
        "Sgt. Mae Ibsen, a police spokeswoman, said Ellery Bay police got nine.",
        ["Mae Ibsen | police spokeswoman | Ellery Bay Police Department"],
    ),
    (
        "AUGUSTA, Maine — Kit Noel, a spokesman for Gov. Ruth Vance, said so.",
        [
            "Kit Noel | spokesman for Gov. Ruth Vance | Office of the Governor of Maine",
            "Ruth Vance | Gov. | State of Maine",
        ],
    ),
    (
        "Rolf Dahl is the sheriff of Tamarack County.",
        ["Rolf Dahl | sheriff of Tamarack County | Tamarack County Sheriff's Office"],
    ),
    (
        "Tamarack County, by Rolf Dahl\n\nSincerely,\n\nRolf Dahl\nSheriff, Tamarack County\n",
        ["Rolf Dahl | Sheriff, Tamarack County | Tamarack County Sheriff's Office"],
    ),
    (
        "Letter to the Ellery Bay council.\n\nMina Craig\nChief of Police\n",
        ["Mina Craig | Chief of Police | Ellery Bay Police Department"],
    ),
    (
        "Tamarack County jail\n\nSHERIFF ROLF DAHL: We got nine.\n\nDAHL: Nine.",
        ["Rolf Dahl | Sheriff | Tamarack County Sheriff's Office"],
    ),
    ("ICE gave no reason. “We asked,” spokesperson Ona Pike wrote.", [f"Ona Pike | spokesperson | {ICE}"]),
]

AIDES = [
    (
        "Tamarack County Sheriff Rolf Dahl was out. Dahl’s spokeswoman, Ann Ives, said nine.",
        [
            "Rolf Dahl | Tamarack County Sheriff | Tamarack County Sheriff's Office",
            "Ann Ives | spokeswoman | Tamarack County Sheriff's Office",
        ],
    ),
    (
        "AUGUSTA, Maine — Gov. Ruth Vance was out. Vance press secretary Kit Noel said nine.",
        [
            "Ruth Vance | Gov. | State of Maine",
            "Kit Noel | press secretary | Office of the Governor of Maine",
        ],
    ),
    (
        "Sen. Ida Ruiz, D-N.M., and Rep. Hal Crane of Ohio asked ICE why.",
        [
            "Ida Ruiz | Sen. | U.S. Senate",
            "Hal Crane | Rep. | U.S. House of Representatives",
        ],
    ),
    (
        "The NYPD got nine, NYPD Deputy Commissioner of Public Information Tor Shaw said.",
        ["Tor Shaw | NYPD Deputy Commissioner of Public Information | New York City Police Department"],
    ),
    (
        "The Tennessee Highway Patrol got none, THP spokesperson Lt. Bill Mire said.",
        ["Bill Mire | THP spokesperson | Tennessee Highway Patrol"],
    ),
]

BODIES = [
    (
        "The Tarn River Regional Jail held nine, Superintendent Jo Park told the jail board.",
        ["Jo Park | Superintendent | Tarn River Regional Jail"],
    ),
    (
        "The Tarn River Regional Jail held nine. Why so many, board member Jo Park asked the jail board.",
        ["Jo Park | board member | Tarn River Regional Jail Board"],
    ),
    (
        "The Tarn County Detention Center held nine. Warden Jo Park said so.",
        ["Jo Park | Warden | Tarn County Detention Center"],
    ),
    (
        "PELLBROOK, Ohio — The Tarn County jail held nine. Jail Director Jo Park said so.",
        ["Jo Park | Jail Director | Tarn County Jail"],
    ),
    (
        "PELLBROOK, N.M. — Tarn County's detention center held nine. Detention chief Jo Park said so.",
        ["Jo Park | Detention chief | Tarn County Detention Center"],
    ),
    (
        "PELLBROOK, Pa. — The Tarn County prison held nine. “Why?” asked Jo Park, a board member, at the prison board.",
        ["Jo Park | board member | Tarn County Prison Board"],
    ),
    (
        "PELLBROOK, N.Y. — The Tarn County jail held nine. The legislature’s chairman, Jo Park, was sick of it.",
        ["Jo Park | chairman | Tarn County Legislature"],
    ),
    (
        "PELLBROOK, N.Y. — The Tarn County jail held nine. Legislator Jo Park was sick of it.",
        ["Jo Park | Legislator | Tarn County Legislature"],
    ),
    (
        "PELLBROOK, Md. — The Tarn County jail held nine. Councilwoman Jo Park objected.",
        ["Jo Park | Councilwoman | Tarn County Council"],
    ),
    (
        "PELLBROOK, Ky. — Pellbrook's jail held nine, Jail Director Jo Park told a Metro Council committee. Councilman "
        "Lou Diaz objected.",
        [
            "Jo Park | Jail Director | Pellbrook Metro Department of Corrections",
            "Lou Diaz | Councilman | Pellbrook Metro Council",
        ],
    ),
    (
        "PELLBROOK, Tenn. — The Tarn County jail held nine. Commissioner Jo Park objected.",
        ["Jo Park | Commissioner | Tarn County Commission"],
    ),
    (
        "PELLBROOK, Ark. — The Tarn County jail held nine. Justice of the Peace Jo Park objected at the Quorum Court.",
        ["Jo Park | Justice of the Peace | Tarn County Quorum Court"],
    ),
    (
        "PELLBROOK, Pa. — The Tarn County prison held nine. Controller Jo Park counted them.",
        ["Jo Park | Controller | Tarn County Controller"],
    ),
    (
        "LAS VEGAS — Sheriff Jo Park said nine. “Nine,” Park told the Clark County Commission.",
        ["Jo Park | Sheriff | Las Vegas Metropolitan Police Department"],
    ),
    (
        "Kettle City’s mayor, Jo Park, vetoed it. Ellery Bay’s did not.",
        ["Jo Park | mayor | City of Kettle City"],
    ),
    (
        "ICE lodged nine, said Jo Park, acting head of the agency’s Denver office.",
        [f"Jo Park | acting head of the agency’s Denver office | {ICE}"],
    ),
    (
        "The Tarn County Sheriff’s Office held 9. ICE’s Denver office lodged 10, said Jo Park, who heads the office.",
        [f"Jo Park | head of office | {ICE}"],
    ),
    (
        "ICE lodged nine. Jo Park, a spokesman for the St. Paul field office, said so.",
        [f"Jo Park | spokesman for the St. Paul field office | {ICE}"],
    ),
    (
        "FROM: Chief Jo Park\nRE: Detainers\n\nEllery Bay police logged nine.",
        ["Jo Park | Chief | Ellery Bay Police Department"],
    ),
    ("The city of Ellery Bay logged nine, a hearing was told.\n\nMAYOR WU: Nine.", ["Wu | Mayor | City of Ellery Bay"]),
]

TURNS = [
    (
        "Jails differ, a look at two shows.\n\nTARN COUNTY, Ohio\n\nThe jail held nine, Sheriff Jo Park said.\n\n"
        "QUILL COUNTY, Iowa\n\nThe jail held none, Sheriff Lou Diaz said.\n\nWHAT IS NEXT\n\nNobody knows.",
        [
            "Jo Park | Sheriff | Tarn County Sheriff's Office",
            "Lou Diaz | Sheriff | Quill County Sheriff's Office",
        ],
    ),
    (
        "ELLERY BAY, Maine — Ellery Bay police got nine.\n\nUp the river in Garrow Mills, police got two, according to "
        "Chief Jo Park.",
        ["Jo Park | Chief | Garrow Mills Police Department"],
    ),
    (
        "The Tarn County jail in Minnesota got nine, jailers there said.\n\nDown the road is Loon Bay. Sheriff Jo Park "
        "got two.",
        ["Jo Park | Sheriff | Loon Bay County Sheriff's Office"],
    ),
]

IN_PARTS = [
    (
        "OHIO\n\nThe Tarn County jail held nine of those it was asked for.\n\nIOWA\n\nPolice in Garrow Mills, a city "
        "of 9,000, were on the list with three. Assistant Chief Jo Park said they had no jail.",
        ["Jo Park | Assistant Chief | Garrow Mills Police Department"],
    ),
    (
        "OHIO\n\nThe Tarn County jail held nine of those it was asked for.\n\nPENNSYLVANIA\n\nIn Orrin County, prison "
        "officials say they got 24 of them in a year. Deputy Warden Jo Park counted nine.",
        ["Jo Park | Deputy Warden | Orrin County Prison"],
    ),
]

WHOSE = [
    (
        "ELLERY BAY, Wis. — A Tarn County judge moved too fast, a state appeals court said. Circuit Judge Ann Ives had "
        "ruled first. “No,” wrote Judge Jo Park.",
        ["Ann Ives | Circuit Judge | Tarn County Circuit Court", "Jo Park | Judge | Wisconsin Court of Appeals"],
    ),
    (
        "ELLERY BAY, Wis. — The Tarn County sheriff and the Ellery Bay police differ. Jail Lt. Jo Park counted nine.",
        ["Jo Park | Jail Lt. | Tarn County Sheriff's Office"],
    ),
    (
        "TARN COUNTY, Ore. — The Oregon Hearing Commission called. The county commissioners of Tarn County met. "
        "Commissioner Jo Park asked.",
        ["Jo Park | Commissioner | Tarn County Board of Commissioners"],
    ),
    (
        "ELLERY BAY, Ohio — Police got nine, a letter from Commissioner Jo Park says.\n\nThe Department of Correction "
        "got two.",
        ["Jo Park | Commissioner | Ellery Bay Police Department"],
    ),
    (
        "ELLERY BAY, Ohio — Ellery Bay police differ with the Tarn County jail. City Auditor Jo Park counted nine.",
        ["Jo Park | City Auditor | Ellery Bay City Auditor"],
    ),
    (
        "ELLERY BAY, Maine — Jo Park, acting director of the field office, told the mayor that nine were let go.",
        [f"Jo Park | acting director of the field office | {ICE}"],
    ),
    (
        "Tamarack County Sheriff Rolf Dahl was out. ICE lodged nine. His spokeswoman, Ann Ives, said two.",
        [
            "Rolf Dahl | Tamarack County Sheriff | Tamarack County Sheriff's Office",
            "Ann Ives | spokeswoman | Tamarack County Sheriff's Office",
        ],
    ),
    (
        "The Tamarack County Sheriff’s Office logged nine ICE detainers, a spokesman, Lou Trent, said.",
        ["Lou Trent | spokesman | Tamarack County Sheriff's Office"],
    ),
    ("ICE has lodged nine at the Tamarack County jail, spokesman Lou Trent said.", [f"Lou Trent | spokesman | {ICE}"]),
    (
        "PELLBROOK, N.M. — The Tarn County jail held nine. Warden Jo Park said so.",
        ["Jo Park | Warden | Tarn County Detention Center"],
    ),
    (
        "PELLBROOK, Ohio — The Tarn County jail held nine for ICE. Court Services Director Jo Park held none.",
        ["Jo Park | Director | Tarn County Court Services"],
    ),
    (
        "PELLBROOK, Ohio — The Tarn County jail held nine for ICE. Not so the probation department. Its director, Jo "
        "Park, said so.",
        ["Jo Park | director | Tarn County Probation Department"],
    ),
    (
        "PELLBROOK, N.H. — The Pellbrook Selectboard met about ICE. Selectman Jo Park was late.",
        ["Jo Park | Selectman | Pellbrook Selectboard"],
    ),
    (
        "MADISON, Wis. — State Rep. Jo Park wants a law on detainers.",
        ["Jo Park | State Rep. | Wisconsin State Assembly"],
    ),
    (
        "NEW YORK — The City Council met. ICE sent nine, Correction Commissioner Jo Park told it.",
        ["Jo Park | Correction Commissioner | New York City Department of Correction"],
    ),
    (
        "PELLBROOK, Maine — The state’s Trial Court held none, a spokeswoman for the Trial Court, Jo Park, told ICE.",
        ["Jo Park | spokeswoman for the Trial Court | Maine Trial Court"],
    ),
]

TOLD = [
    (
        "Corrigan County's jail got 12 detainers. The jail administrator, Ms. Dana Orr, said so.",
        ["Dana Orr | jail administrator | Corrigan County Sheriff's Office"],
    ),
    (
        "The officer in charge in El Paso is a man named Everett Sloan. He says ICE sent Luna County 90 detainers.",
        [f"Everett Sloan | officer in charge in El Paso | {ICE}"],
    ),
    (
        "Luna County's jail honored all 72 detainers. Its sheriff then was Royce Pettit, who is not sorry.",
        ["Royce Pettit | sheriff | Luna County Sheriff's Office"],
    ),
    (
        "Elise Farrow heads the ICE office in Portland. She put the number at 63.",
        [f"Elise Farrow | head of ICE office in Portland | {ICE}"],
    ),
    (
        "Asked by the county's attorney, Lowell Pike, the agent agreed that Vermeer County got 23.",
        ["Lowell Pike | county's attorney | Vermeer County"],
    ),
    (
        "Theodora Lunt, a supervisory officer from the agency's Helena office, said that ICE faxed 171 detainers.",
        [f"Theodora Lunt | supervisory officer from the agency's Helena office | {ICE}"],
    ),
    (
        "Corrigan County got 39, its corrections director had told the County Council. The director, Phil Amos, blamed"
        " a clerk.",
        ["Phil Amos | director | Corrigan County Department of Corrections"],
    ),
    (
        "A federal magistrate ruled against Tamarack County. The judge, Jan Steward, found that 20 were held.",
        ["Jan Steward | judge | U.S. District Court"],
    ),
    (
        "Miami-Dade Mayor Carla Gomez told the county's jails to honor every detainer.",
        ["Carla Gomez | Miami-Dade Mayor | Miami-Dade County"],
    ),
]
TELLINGS = [
    (
        "Sheriff Ada Reed's office in Tamarack County turned down nine.",
        ["Ada Reed | Sheriff | Tamarack County Sheriff's Office"],
    ),
    (
        "ELLERY BAY, Maine — Campus police at Havel College got two, campus spokeswoman Ada Reed said.",
        ["Ada Reed | spokeswoman | Havel College Police Department"],
    ),
    (
        "Sheriff Rolf Dahl of Tamarack County said nine. His predecessor, Nora Quist, told jurors forty.",
        [
            "Rolf Dahl | Sheriff | Tamarack County Sheriff's Office",
            "Nora Quist | Sheriff | Tamarack County Sheriff's Office",
        ],
    ),
    (
        "In Tamarack County, where Nora Quist was sworn in as sheriff last winter, the jail stopped.",
        ["Nora Quist | sheriff | Tamarack County Sheriff's Office"],
    ),
    (
        "ELLERY BAY, Maine — Police got nine, the city said. Councilors thanked Ada Reed for 12 years as city clerk.",
        ["Ada Reed | city clerk | City of Ellery Bay"],
    ),
    (
        "In a note to the governor, an ICE official named Ivo Sands wrote that Ohio freed nine.",
        [f"Ivo Sands | ICE official | {ICE}"],
    ),
    (
        "Border Patrol brought nine people. Its Havel Sector chief, Ivo Sands, called the jail a partner.",
        ["Ivo Sands | chief | U.S. Customs and Border Protection"],
    ),
    (
        "The Tamarack County jail got nine. Toledo sub-office supervisor Ivo Sands wrote that agents lodged 20.",
        [f"Ivo Sands | supervisor | {ICE}"],
    ),
    (
        "The sheriff of Tamarack County has nine.\n\nICE's Toledo field office covers Ohio. In an email, spokesman Ivo "
        "Sands wrote that the office lodged 20.",
        [f"Ivo Sands | spokesman | {ICE}"],
    ),
    (
        "ELLERY BAY, Maine — Police got nine. Police at Ellery State University got two, said Campus Police Chief "
        "Ada Reed.",
        ["Ada Reed | Campus Police Chief | Ellery State University Police Department"],
    ),
    (
        "BOISE, Idaho — I asked the parole commission, because its director, Ada Reed, keeps a count.",
        ["Ada Reed | director | Idaho Parole Commission"],
    ),
    (
        "PHILADELPHIA — ICE sent nine. Prisons Commissioner Ada Reed kept none.",
        ["Ada Reed | Prisons Commissioner | Philadelphia Department of Prisons"],
    ),
    (
        "COLUMBUS, Ohio — Homeland Security accused jails in Ohio and Indiana of freeing 400.\n\nThe loudest was "
        "Tamarack County, Ohio, which it said let 90 go. “We got nine,” Corrections Director Ada Reed said.",
        ["Ada Reed | Corrections Director | Tamarack County Department of Corrections"],
    ),
    (
        "NEW ORLEANS — ICE sent nine detainers to Sheriff Rolf Dahl.",
        ["Rolf Dahl | Sheriff | Orleans Parish Sheriff's Office"],
    ),
    (
        "ELLERY BAY, R.I. — Chief Rolf Dahl said police got nine.\n\nIda Albuquerque can be reached at 555-0101.",
        ["Rolf Dahl | Chief | Ellery Bay Police Department"],
    ),
]
WHO_IS = [
    (
        "“Nine of 40 is no help,” Carla Voss said. She’s the acting head of ICE’s Fargo office.",
        [f"Carla Voss | acting head of ICE’s Fargo office | {ICE}"],
    ),
    ("Marlow Bay's sheriff got nine detainers.", []),
    (
        "MARLOW BAY, Maine — Ines Cole, who has been city clerk of Marlow Bay since before the flood, kept the nine.",
        ["Ines Cole | city clerk of Marlow Bay | City of Marlow Bay"],
    ),
    (
        "Ned Farrow, who was then a deportation officer for ICE in that part of the state, counted 12.",
        [f"Ned Farrow | deportation officer for ICE in that part of the state | {ICE}"],
    ),
    (
        "The Alder County jail has honored nine since Omar Ruiz took over as interim sheriff.",
        ["Omar Ruiz | interim sheriff | Alder County Sheriff's Office"],
    ),
    (
        "A spokeswoman for Immigration and Customs Enforcement in St. Cloud, Minn., Ida Kemp, said nine.",
        [f"Ida Kemp | spokeswoman for Immigration and Customs Enforcement in St. Cloud, Minn. | {ICE}"],
    ),
    ("Uma Price, the Fargo field office director, said nine.", [f"Uma Price | Fargo field office director | {ICE}"]),
    (
        "ICE counts 70. Field Office Director Uma Price put it in a letter. Her deputy, Carl Wynn, signed another.",
        [f"Uma Price | Field Office Director | {ICE}", f"Carl Wynn | deputy | {ICE}"],
    ),
    (
        "Sheriff Ida Cole of Tarn Mesa County runs a jail of 40 beds.",
        ["Ida Cole | Sheriff | Tarn Mesa County Sheriff's Office"],
    ),
]
NAMED_NEXT = [
    (
        "Nothing happens when ICE faxes Alder County's jail, the county's sheriff assured the board.\n\nAl Dunn said "
        "it got nine.",
        ["Al Dunn | sheriff | Alder County Sheriff's Office"],
    ),
    (
        "Cities turned down 12,000 requests, the head of ICE told a panel.\n\nJo Ann Park said officers go looking.",
        [f"Jo Ann Park | head of ICE | {ICE}"],
    ),
    (
        "ICE was let down 200 times, the agency's acting director said.\n\nAl Dunn, speaking to reporters in Reno, "
        "said so.",
        [f"Al Dunn | acting director | {ICE}"],
    ),
    (
        "ELLERY BAY, Maine — The police chief told the council he got nine.\n\nAl Dunn said none had a judge's name.",
        ["Al Dunn | police chief | Ellery Bay Police Department"],
    ),
    (
        "Sheriff Jo Park of Tarn County said nine.\n\nAl Dunn said 30.",
        ["Jo Park | Sheriff | Tarn County Sheriff's Office"],
    ),
    (
        "The sheriff then, Al Dunn, told the paper that Tarn County got nine.",
        ["Al Dunn | sheriff | Tarn County Sheriff's Office"],
    ),
    (
        "Al Dunn, who until May was ICE's field office director in Reno, said nine.",
        [f"Al Dunn | ICE's field office director in Reno | {ICE}"],
    ),
]
WHOSE_NEXT = [
    (
        "The Alder County jail in Kentucky got nine. Judge-Executive Al Dunn asked why.",
        ["Al Dunn | Judge-Executive | Alder County"],
    ),
    (
        "The Alder County Jail got nine. Jail Oversight Board member Al Dunn asked why.",
        ["Al Dunn | Board member | Alder County Jail Oversight Board"],
    ),
    (
        "TARN MILLS, Ill. — Tarn Mills police got two. The village manager, Jo Park, knew. Trustee Al Dunn of the "
        "village board did not.",
        ["Jo Park | village manager | Village of Tarn Mills", "Al Dunn | Trustee | Tarn Mills Village Board"],
    ),
    ("Tern Parish President Al Dunn said the parish jail got 40.", ["Al Dunn | Parish President | Tern Parish"]),
    (
        "Not one was kept in Alder County, Sheriff Jo Park said.\n\nTarn County's jail kept nine for ICE.",
        ["Jo Park | Sheriff | Alder County Sheriff's Office"],
    ),
    (
        "RIVERHEAD, N.Y. — Suffolk County Sheriff Jo Park kept nine.\n\nIn Nassau, where Sheriff Al Dunn is in charge, "
        "the jail kept two.",
        [
            "Jo Park | Suffolk County Sheriff | Suffolk County Sheriff's Office",
            "Al Dunn | Sheriff | Nassau County Sheriff's Office",
        ],
    ),
    (
        "The Alder Bend Parish jail kept nine. Parish Council member Al Dunn wants an audit.",
        ["Al Dunn | Parish Council member | Alder Bend Parish Council"],
    ),
    (
        "ELLERY BAY, Conn. — A Superior Court judge freed him. Judge Ann Lowe wrote nine pages.",
        ["Ann Lowe | Judge | Superior Court"],
    ),
    (
        "The Alder County sheriff may hold nobody, a circuit judge ruled. Judge Ann Lowe wrote nine pages.",
        ["Ann Lowe | Judge | Alder County Circuit Court"],
    ),
    (
        "TOPEKA, Kan. — Sheriff Al Dunn of Alder County says he kept nine. So where does the governor's 300 come from? "
        "Her press secretary, Kit Moss, would not say.",
        [
            "Al Dunn | Sheriff | Alder County Sheriff's Office",
            "Kit Moss | press secretary | Office of the Governor of Kansas",
        ],
    ),
    (
        "The sheriff of Alder County counts nine.\n\nICE's Fargo field office says it sent the jail 40. A spokesman, "
        "Al Dunn, would not go into detail.",
        [f"Al Dunn | spokesman | {ICE}"],
    ),
    (
        "The jails report to the Texas Commission on Jail Standards. The commission has heard of no refusal. Al Dunn, "
        "its executive director, said so.",
        ["Al Dunn | executive director | Texas Commission on Jail Standards"],
    ),
    (
        "Metro Corrections got 61 in Louisville. Mayor Al Dunn said 40.",
        ["Al Dunn | Mayor | Louisville Metro Government"],
    ),
    (
        "A Justice Department official, Al Dunn, the deputy attorney general, wrote to Alder County, N.Y.",
        ["Al Dunn | deputy attorney general | U.S. Department of Justice"],
    ),
]
ONE_PERSON = [
    (
        "Sheriff Rolf Dahl of Tamarack County said nine. Dahl said later that Sheriff Dahl would not budge.",
        ["Rolf Dahl | Sheriff | Tamarack County Sheriff's Office"],
    ),
    (
        "In Tamarack County, Rolf E. Dahl was polite. Sheriff Dahl said nine. Rolf E. Dahl, the sheriff, waved.",
        ["Rolf E. Dahl | sheriff | Tamarack County Sheriff's Office"],
    ),
    (
        "ELLERY BAY, Maine — Police Commissioner Ona Reed wrote nine. “Nine,” the commissioner said. Commissioner "
        "Reed left.",
        ["Ona Reed | Police Commissioner | Ellery Bay Police Department"],
    ),
]

NOBODY = [
    "Carolina Justice Table, a private group, counted 110 detainers in Orange County, N.C.",
    "The Data Fund of Tern Bay says Alder County got 147 from ICE. Its policy director, Ann Farr, agreed.",
    "Ivo Sands, executive director of Lawyers for Open Doors, praised the Ellery Bay police.",
    "By Sam Corliss, Staff Writer\n\nICE issued nine detainers in Tamarack County, where nobody spoke.",
    "Sam Corliss, a reporter for the Tamarack Ledger, asked ICE for the list.",
    "“It never was,” said Lena Abbot of the Tamarack Immigrant Alliance.",
    "Ida Marsh, executive director of the Tamarack Immigrant Rights Coalition, praised the sheriff.",
    "His lawyer, Jocelyn Crane, thanked the judge.",
    "Pastor Wendell Oakes prayed with the families outside the county jail.",
    "Rosa Diaz, a professor of law at Tamarack State University, studies detainers.",
    "A spokesman for ICE, who would not give his name, said so.",
    "Police said a 34-year-old man, Hector Ruiz, was charged with robbery.",
    "The sheriff said that Ellery Bay is safe and that the chief agrees.",
    "Ira Wells, policy director at the Center for Immigration Studies, called it troubling.",
    "What the Night Sergeant Wrote Down\n\nELLERY BAY, Ohio — A clerk wrote down nine ICE detainers.",
    "“Nobody asked us about ICE,” said Student Body President Ada Reed, a junior.",
    "The Havel Monitor, a nonprofit, counted 90 detainers in Ohio. Half were kept, it said. Its director, Ada Reed, "
    "agreed.",
    "It was President Trump’s first year in office.",
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *TITLES,
        *APPOSITIONS,
        *AIDES,
        *BODIES,
        *TURNS,
        *IN_PARTS,
        *WHOSE,
        *TOLD,
        *WHO_IS,
        *NAMED_NEXT,
        *WHOSE_NEXT,
        *TELLINGS,
        *ONE_PERSON,
    ],
)
def test_found(text: str, expected: list[str]) -> None:
    assert lines(read(text)) == expected


@pytest.mark.parametrize("text", NOBODY)
def test_no_official(text: str) -> None:
    assert lines(read(text)) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Acting Sheriff Lew Hardy of Tamarack County spoke.", "acting"),
        ("Interim Police Chief Mo Finch of Ellery Bay spoke.", "interim"),
        ("Former Sheriff Lew Hardy of Tamarack County spoke.", "former"),
        ("Lew Hardy, the former sheriff of Tamarack County, spoke.", "former"),
        ("Incoming Sheriff Lew Hardy of Tamarack County spoke.", "incoming"),
        ("Sheriff-elect Lew Hardy of Tamarack County spoke.", "incoming"),
        ("Sheriff Lew Hardy of Tamarack County spoke.", None),
    ],
)
def test_status_is_kept(text: str, status: str | None) -> None:
    assert [o.status for o in read(text)] == [status]


def test_offsets_are_of_the_fullest_mention() -> None:
    text = "Sheriff Dahl waited in Tamarack County. Rolf Dahl, the sheriff, left."
    (official,) = read(text)
    assert text[official.start : official.end] == "Rolf Dahl"


@pytest.mark.parametrize(
    ("text", "outlet", "expected"),
    [
        (
            "Bay City, Ore. - Mayor Dina Krell released a report on detainers.\n\nMedia Contact: Omar Teague, 555-0130",
            "Office of the Mayor, City of Bay City",
            ["Dina Krell | Mayor | City of Bay City", "Omar Teague | media contact | City of Bay City"],
        ),
        (
            "We got 90 detainers, and ICE says 98. Our records supervisor, Lena Poole, counted them twice.",
            "Bell County Sheriff's Office",
            ["Lena Poole | records supervisor | Bell County Sheriff's Office"],
        ),
        ("Bay City got 12 detainers from ICE.\n\nNews inquiries: Omar Teague, 555-0130", "The Bay Ledger", []),
    ],
)
def test_staff_of_the_publisher(text: str, outlet: str, expected: list[str]) -> None:
    assert lines(read(text, outlet=outlet)) == expected


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (
            "PROVIDENCE, R.I. - The prison system got 63 detainers. “We tell ICE,” Director Al Boyd said.",
            "Rhode Island Department of Corrections",
        ),
        (
            "TARN, Md. - The Tarn County jail got nine, Corrections Director Al Boyd said. It lost a clerk to the "
            "state prison system.",
            "Tarn County Department of Corrections",
        ),
        ("The city auditor found nine. ELLERY BAY, Ore. - Auditor Al Boyd blamed a clerk.", "Ellery Bay City Auditor"),
        ("The sheriff got nine ICE detainers, spokesman Al Boyd said, in Tarn County.", "Tarn County Sheriff's Office"),
        ("ARLINGTON, Va. - Arlington Police Chief Al Boyd kept two.", "Arlington County Police Department"),
        ("In Nashville, Tenn., the Nashville sheriff, Al Boyd, kept two.", "Davidson County Sheriff's Office"),
    ],
)
def test_whose_official_it_is(text: str, agency: str) -> None:
    assert [o.agency for o in read(text)] == [agency]
