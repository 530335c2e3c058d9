"""Small invented releases: three papers each, one of which prints somebody's post, and what that tells of the name in the others.

As many names as not must stay nobody's: another of the surname, a private person, a rank that many have.
"""

from __future__ import annotations

# (what it shows, {file: text of its page}, ((file, name as it stands there, kind or ""), ...))
Small = tuple[str, dict[str, str], tuple[tuple[str, str, str], ...]]
RELEASES: tuple[Small, ...] = (
    (
        "mail+signature",
        {
            "letter": "U.S. Coast and Harbor Guard\n"
            "Office of Moorings\n"
            "May 3, 2012\n"
            "\n"
            "Dear Sheriff Poulson:\n"
            "The mooring book is open to all.\n"
            "\n"
            "Sincerely,\n"
            "\n"
            "Terrence Valdry\n"
            "Assistant Director\n"
            "Office of Moorings\n",
            "mail": "From: Valdry, Terrence\nTo: Ostrow, Lena\nSent: May 4, 2012\nSubject: book\nIt is not open at all.\n",
            "press": 'Valdry said on Monday that the book was open. "It always was," he said. Ostrow would not comment.\n',
        },
        (
            ("mail", "Valdry, Terrence", "agency"),
            ("press", "Valdry", "agency"),
            ("mail", "Ostrow, Lena", ""),
            ("press", "Ostrow", ""),
        ),
    ),
    (
        "recipient brackets",
        {
            "mail": "From: (b)(6)\n"
            "To: Quarrie, Simon (CHG Harbor Policy); Beel, Ana (County Attorney, Dorn)\n"
            "Subject: fees\n"
            "Please read.\n",
            "hearing": "MR. QUARRIE. We have never charged a fee.\nMS. BEEL. You charged us twice.\nMR. TOOMEY. Order.\n",
        },
        (
            ("hearing", "MR. QUARRIE", "agency"),
            ("hearing", "MS. BEEL", "local"),
            ("hearing", "MR. TOOMEY", ""),
        ),
    ),
    (
        "two of a surname",
        {
            "witnesses": "WITNESSES\n"
            "Ms. Harriet Colm\n"
            "Deputy Commissioner, U.S. Coast and Harbor Guard\n"
            "Mr. Owen Colm\n"
            "Harbor Workers' Union, Local 9\n",
            "mail": "From: Colm, Harriet\nSubject: dues\nNo dues are owed.\n",
            "notes": "Mr. Colm said dues were owed since May.\n",
            "mail2": "From: O. Colm\nSubject: dues\nThey are owed.\n",
        },
        (
            ("mail", "Colm, Harriet", "agency"),
            ("notes", "Mr. Colm", ""),
            ("mail2", "O. Colm", "advocate"),
        ),
    ),
    (
        "private of the same name",
        {
            "letter": "U.S. Coast and Harbor Guard\n"
            "June 1, 2012\n"
            "Dear Mayor Hale:\n"
            "We agree.\n"
            "Sincerely,\n"
            "Peter Strand\n"
            "Harbor Policy Director\n"
            "Coast and Harbor Guard\n",
            "story": "Peter Strand, 54, a fisherman from Oster Point, said his boat was taken. Strand said nobody asked him.\n",
            "mail": "From: Strand, Peter\nSubject: RE: boats\nTake them all.\n",
        },
        (
            ("story", "Strand", ""),
            ("mail", "Strand, Peter", ""),
        ),
    ),
    (
        "spokeswoman",
        {
            "article": "By Ilse Menk, staff writer\n"
            "A spokeswoman for the Coast and Harbor Guard, Dorothy Pell, denied it. Pell said that no list exists.\n"
            "Sheriff Abel Crane said he has the list. Crane showed it.\n",
            "mail": "From: Pell, Dorothy\nTo: Crane, Abel\nThere is a list.\n",
        },
        (
            ("mail", "Pell, Dorothy", "agency"),
            ("article", "Pell", "agency"),
            ("article", "Crane", "local"),
            ("article", "Ilse Menk", "press"),
        ),
    ),
    (
        "minutes",
        {
            "minutes": "DORN COUNTY BOARD\n"
            "Present: R. Tamm (Chair), L. Oake (CHG), Sheriff Ivo Brandt, E. Sandys.\n"
            "Mr. Oake said that slips are free. Mr. Tamm said that they are not. Ms. Sandys asked for papers.\n",
            "memo": "MEMORANDUM\nTO: File\nFROM: Oake\nSlips are not free.\n",
        },
        (
            ("minutes", "Mr. Oake", "agency"),
            ("memo", "Oake", "agency"),
            ("minutes", "Ms. Sandys", ""),
        ),
    ),
    (
        "agreement sides",
        {
            "agreement": "For the U.S. Coast and Harbor Guard:\n"
            "\n"
            "Marion Teague, Program Manager\n"
            "\n"
            "For the State of Verrin Harbor Bureau:\n"
            "\n"
            "Luis Abbot, Director\n",
            "mail": "From: Abbot, Luis\nTo: Teague, Marion\nWe never agreed to it.\n",
        },
        (
            ("mail", "Abbot, Luis", "state"),
            ("mail", "Teague, Marion", "agency"),
        ),
    ),
    (
        "rank codes and address",
        {
            "mail": "From: Dirk Sowel <dirk.sowel@chg.dhs.gov>\nTo: p.nyland@co.dorn.us\nSubject: slips\nDone.\n",
            "roster": "Duty roster\nNyland Paul x114\n",
            "notes": "Sowel: all slips are taken. Nyland: not ours.\n",
        },
        (
            ("notes", "Sowel", "agency"),
            ("notes", "Nyland", "local"),
        ),
    ),
    (
        "ocr damage",
        {
            "letter": "Coast and Harbor Guard\n"
            "May 1, 2012\n"
            "Dear Ms. Loe:\n"
            "Yes.\n"
            "Sincerely,\n"
            "Bernard Castlewood\n"
            "Harbor Policy Chief\n"
            "U.S. Coast and Harbor Guard\n",
            "mail": "From: Castlewoad, Bernard\nSubject: yes\nNo.\n",
            "mail2": "From: Castleword, Ruth\nSubject: yes\nNo.\n",
        },
        (
            ("mail", "Castlewoad, Bernard", "agency"),
            ("mail2", "Castleword, Ruth", ""),
        ),
    ),
    (
        "rank alone tells nothing",
        {
            "mail": "From: Hatch, Greta (Director)\nTo: Moll, Ivan (Analyst)\nFine.\n",
            "notes": "Ms. Hatch said fine.\n",
        },
        (
            ("notes", "Ms. Hatch", ""),
            ("mail", "Hatch, Greta", ""),
        ),
    ),
    (
        "deponent",
        {
            "depo": "DEPOSITION OF EDWIN FARROW\nApril 4, 2012\nQ. Your post?\nA. I was told by counsel.\nMS. LUND: Objection.\n",
            "list": "Points of contact\n"
            "CHG Safe Harbors, North Edwin Farrow (555) 010-2233\n"
            "Dorn County Sheriff Mark Tolley (555) 010-2244\n",
            "mail": "From: Tolley, Mark\nWe said no.\n",
        },
        (
            ("depo", "EDWIN FARROW", "agency"),
            ("mail", "Tolley, Mark", "local"),
            ("depo", "MS. LUND", ""),
        ),
    ),
    (
        "title before name in another paper",
        {
            "press": "FOR IMMEDIATE RELEASE\n"
            '"It is one," said Field Office Director Wanda Griggs. Coast and Harbor Guard spokesman Neal Ortiz declined.\n',
            "mail": "From: Griggs, Wanda\nTo: Ortiz, Neal\nIt is no partnership.\n",
            "mail2": "From: Ortiz, Carla\nIt never was.\n",
        },
        (
            ("mail", "Griggs, Wanda", "agency"),
            ("mail", "Ortiz, Neal", "agency"),
            ("mail2", "Ortiz, Carla", ""),
        ),
    ),
    (
        "advocate witness",
        {
            "list": "PANEL II\nMs. Theodora Lisk, Harbor Workers' Legal Aid\nMr. Calvin Rowe, Sheriff, Dorn County\n",
            "hearing": "Ms. LISK. They came at night.\nMr. ROWE. They did not.\nThe CHAIRMAN. Go on.\n",
        },
        (
            ("hearing", "Ms. LISK", "advocate"),
            ("hearing", "Mr. ROWE", "local"),
        ),
    ),
    (
        "settled by the paper itself",
        {
            "minutes": "TOWN OF OSTER\n"
            "Present: Supervisor Alma Reeve, Supervisor Jon Pike\n"
            "Ms. Reeve said that the town would not pay.\n",
            "letter": "U.S. Coast and Harbor Guard\n"
            "Dear Sir:\n"
            "No.\n"
            "Sincerely,\n"
            "Thomas Reeve\n"
            "Director of Harbor Policy\n"
            "U.S. Coast and Harbor Guard\n",
            "mail": "From: Reeve, Thomas\nThe town pays.\n",
            "notes": "Reeve said no.\n",
        },
        (
            ("mail", "Reeve, Thomas", "agency"),
            ("notes", "Reeve", ""),
            ("minutes", "Ms. Reeve", ""),
        ),
    ),
    (
        "letters explained elsewhere",
        {
            "moa": "between the Guard and the Verrin State Bureau of Records (VSBR), with Safe Harbors (SH)\n",
            "mail": "From: Oduya, Grace (VSBR)\nTo: Lind, Axel (SH Regional Coordinator)\nWe were not asked.\n",
            "call": "Notes of call: Lind, Oduya, 2 others. Oduya says nobody asked.\n",
        },
        (
            ("mail", "Oduya, Grace", "state"),
            ("call", "Oduya", "state"),
            ("call", "Lind", "agency"),
        ),
    ),
    (
        "former and next one's rank",
        {
            "article": "Former Sheriff Hugh Bascom said it. Ella Trask, Sheriff Bascom and others came. Trask said more.\n",
            "mail": "From: Trask, Ella\nYes.\n",
        },
        (("mail", "Trask, Ella", ""),),
    ),
    (
        "private by words",
        {
            "story": "Rosa Mendel, a cook in Oster, said she was stopped. "
            "Her lawyer, Adam Voss of Harbor Legal Aid, said the Guard had lied.\n",
            "mail": "From: Voss, Adam\nYou lied.\n",
            "mail2": "From: Mendel, Rosa\nI was stopped.\n",
        },
        (
            ("mail", "Voss, Adam", "advocate"),
            ("mail2", "Mendel, Rosa", ""),
        ),
    ),
    (
        "same surname, one is caller",
        {
            "weekly": "Reported by SDDO Marcus Fane. Complaint of Mrs. Fane of Elm Street logged.\n",
            "mail": "From: Fane, Marcus\nNothing to report.\n",
            "log": "Mrs. Fane says her boat was taken.\n",
        },
        (
            ("mail", "Fane, Marcus", "agency"),
            ("log", "Mrs. Fane", ""),
        ),
    ),
    (
        "cc line titles",
        {
            "memo": "cc: Ingrid Bohl, Chief, Harbor Statistics Unit, CHG; Felix Amory, Governor's Office\n",
            "mail": "From: Bohl, Ingrid\nNumbers attached.\n",
            "mail2": "From: Amory, Felix\nThose are not ours.\n",
        },
        (
            ("mail", "Bohl, Ingrid", "agency"),
            ("mail2", "Amory, Felix", "state"),
        ),
    ),
    (
        "resident of a county",
        {
            "letter": "Maria Stell of Dorn County wrote in May. Janet Orr with the Coast and Harbor Guard replied.\n",
            "mail": "From: Stell, Maria\nPlease help.\n",
            "mail2": "From: Orr, Janet\nNo.\n",
        },
        (
            ("mail", "Stell, Maria", ""),
            ("mail2", "Orr, Janet", "agency"),
        ),
    ),
)
