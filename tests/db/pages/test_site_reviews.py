"""Reviewing on the site: who may, what counts at once, what readers are told, and what another site cannot do."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from datasette.app import Datasette

from db.contract import metadata
from db.verdicts import reviewers, reviews
from tests.db.pages.visits import Ids, outline

pytestmark = pytest.mark.asyncio(loop_scope="session")
PASSWORDS = {"ann": "a password of Ann", "ben": "a password of Ben"}
NOTE = "Seen the page <script>alert(1)</script>; the caller is one Jo Quill."


@pytest_asyncio.fixture(loop_scope="session")
async def open_site(edition_folder: Path, tmp_path: Path) -> Datasette:
    """The tiny edition with two reviewers."""
    shutil.copytree(edition_folder, tmp_path / "db")
    for key, password in PASSWORDS.items():
        reviewers.enrol(tmp_path / "db", key, f"{key.capitalize()}ika", password)
    datasette = Datasette([], immutables=[str(tmp_path / "db" / "foia.db")], secret="fixed")
    await datasette.invoke_startup()
    return datasette


class Visitor:
    """A browser of one person: keeps cookies, and sends what the forms of the pages it has seen hold."""

    def __init__(self, site: Datasette) -> None:
        self.site, self.cookies = site, {}

    async def get(self, path: str) -> Any:
        answer = await self.site.client.get(path, cookies=self.cookies, follow_redirects=False)
        return self._kept(answer)

    async def post(self, path: str, form: dict[str, str], **headers: str) -> Any:
        form = {"csrftoken": self.cookies.get("ds_csrftoken", "")} | form
        answer = await self.site.client.post(path, data=form, cookies=self.cookies, headers=headers, follow_redirects=False)
        return self._kept(answer)

    async def sign_in(self, name: str, password: str = "") -> Any:
        await self.get("/-/foia/sign-in")
        return await self.post(
            "/-/foia/sign-in", {"reviewer": name, "password": password or PASSWORDS[name], "next": "/-/foia/reviews"}
        )

    async def judge(self, key: str, verdict: str, kind: str = "contradiction", note: str = "", **headers: str) -> Any:
        return await self.post("/-/foia/review", {"kind": kind, "id": key, "verdict": verdict, "note": note}, **headers)

    def _kept(self, answer: Any) -> Any:
        for line in answer.headers.get_list("set-cookie"):
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value.strip('"')
        return answer


async def test_a_verdict_counts_at_once_everywhere(open_site: Datasette, ids: Ids) -> None:
    ann, reader = Visitor(open_site), Visitor(open_site)
    assert (await ann.sign_in("ann")).headers["location"] == "/-/foia/reviews"
    rows = (await reader.get("/-/foia/contradictions.json")).json()["contradictions"]
    first, second = rows[0]["id"], rows[1]["id"]
    assert (await ann.get(f"/-/foia/contradiction/{first}")).text.count('name="verdict"') == 3
    done = await ann.judge(first, "dismissed", note=NOTE)
    assert (done.status_code, done.headers["location"]) == (303, f"/-/foia/contradiction/{first}#review")
    assert (await ann.judge(second, "confirmed")).status_code == 303
    listed = (await reader.get("/-/foia/contradictions.json")).json()
    assert [(row["id"], row["verdict"]) for row in (listed["contradictions"][0], listed["contradictions"][-1])] == [
        (second, "confirmed"), (first, "dismissed"),
    ]  # fmt: skip
    for verdict, key in (("dismissed", first), ("confirmed", second)):
        found = (await reader.get(f"/-/foia/contradictions.json?verdict={verdict}")).json()
        assert [row["id"] for row in found["contradictions"]] == [key] and found["pairs"] == 1
        assert {row["value"]: row["n"] for row in found["options"]["verdict"]}[verdict] == 1
    page = (await reader.get(f"/-/foia/contradiction/{first}")).text
    assert "Dismissed by a person" in page and "Machine-found, not reviewed." not in page
    assert (await reader.get(f"/-/foia/contradiction/{first}.json")).json()["contradiction"]["verdict"] == "dismissed"


async def test_names_and_notes_are_for_reviewers(open_site: Datasette, ids: Ids) -> None:
    ann, reader = Visitor(open_site), Visitor(open_site)
    await ann.sign_in("ann")
    key = ids["contradictions"][0]
    await ann.judge(key, "unsure", note=NOTE)
    for path in (f"/-/foia/contradiction/{key}", "/-/foia/reviews"):
        for ending in ("", ".json"):
            text = (await reader.get(path + ending)).text
            assert "Quill" not in text and "Annika" not in text, path
            assert "Quill" in (await ann.get(path + ending)).text
    seen = (await ann.get(f"/-/foia/contradiction/{key}")).text
    assert "<script" not in seen and "&lt;script&gt;" in seen
    assert not outline(seen).wrong
    assert "no-store" in (await ann.get("/-/foia/reviews")).headers["cache-control"]


async def test_two_reviewers_judge_apart_and_are_compared(open_site: Datasette, ids: Ids) -> None:
    ann, ben, reader = Visitor(open_site), Visitor(open_site), Visitor(open_site)
    await ann.sign_in("ann")
    await ben.sign_in("ben")
    first, second = ids["contradictions"][:2]
    await ann.judge(first, "confirmed")
    await ann.judge(second, "dismissed")
    waiting = (await ben.get(f"/-/foia/contradiction/{first}.json")).json()["review"]
    assert waiting["standing"] is None and waiting["history"] == [] and waiting["hidden"] == 1
    await ben.judge(first, "confirmed")
    await ben.judge(second, "confirmed")
    data = (await reader.get("/-/foia/reviews.json")).json()
    (row,) = data["agreements"]
    assert (row["both"], row["agreed"], row["one"], row["other"]) == (2, 1, "A", "B")
    assert data["tally"]["contradiction"] == {"confirmed": 1, "dismissed": 0, "unsure": 1}
    text = (await reader.get(f"/-/foia/contradiction/{second}")).text
    assert "who do not agree" in text and "left open" in text
    await ben.judge(second, "dismissed")
    history = (await reader.get(f"/-/foia/contradiction/{second}.json")).json()["review"]["history"]
    assert [(one["reviewer"], one["verdict"]) for one in history] == [("A", "dismissed"), ("B", "confirmed"), ("B", "dismissed")]


async def test_claims_and_documents_are_reviewed_too(open_site: Datasette, ids: Ids) -> None:
    ann = Visitor(open_site)
    await ann.sign_in("ann")
    for kind in ("claim", "document"):
        key = ids[f"{kind}s"][0]
        assert (await ann.judge(key, "confirmed", kind)).headers["location"] == f"/-/foia/{kind}/{key}#review"
        assert "by 1 reviewer" in (await ann.get(f"/-/foia/{kind}/{key}")).text
    tally = (await ann.get("/-/foia/reviews.json")).json()["tally"]
    assert tally["claim"]["confirmed"] == tally["document"]["confirmed"] == 1


async def test_verdicts_of_retired_and_lost_findings(open_site: Datasette, ids: Ids) -> None:
    folder = Path(open_site.get_database("foia").path).parent
    for key in ("retired-contradiction", "gone"):
        reviews.add(folder, reviews.Verdict("contradiction", key, "confirmed", "ann", "", "2011-01-01", "", "stance, q: f-p1"))
    reader = Visitor(open_site)
    assert (await reader.get(f"/-/foia/contradiction/{ids['contradictions'][0]}.json")).json()["contradiction"][
        "verdict"
    ] == "confirmed"
    data = (await reader.get("/-/foia/reviews.json")).json()
    assert [row["subject_id"] for row in data["orphans"]] == ["gone"]
    assert "stance, q: f-p1" in (await reader.get("/-/foia/reviews")).text


@pytest.mark.parametrize("kind", ["nobody", "signed in", "cross-site", "foreign origin", "no token"])
async def test_nobody_else_gives_a_verdict(open_site: Datasette, ids: Ids, kind: str) -> None:
    visitor = Visitor(open_site)
    if kind != "nobody":
        await visitor.sign_in("ann")
    await visitor.get("/-/foia/sign-in")
    headers = {"cross-site": {"sec-fetch-site": "cross-site"}, "foreign origin": {"origin": "https://evil.example"}}.get(kind, {})
    if kind == "no token":
        visitor.cookies["ds_csrftoken"] = "forged"
    answer = await visitor.judge(ids["contradictions"][0], "confirmed", **headers)
    # Datasette 1.0 has no tokens: it refuses what a browser says came from elsewhere, and this visitor says nothing.
    taken = kind == "signed in" or (kind == "no token" and not metadata.HOOKED)
    assert answer.status_code == (303 if taken else 403)
    given = (await visitor.get("/-/foia/reviews.json")).json()["verdicts"]
    assert given == int(taken)


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"verdict": "maybe"}, 400), ({"kind": "page"}, 400), ({"id": "nothing"}, 404), ({"note": "x" * 5000}, 400),
        ({"id": "retired-contradiction"}, 404),
    ],
)  # fmt: skip
async def test_what_is_no_verdict_is_refused(open_site: Datasette, ids: Ids, form: dict[str, str], status: int) -> None:
    ann = Visitor(open_site)
    await ann.sign_in("ann")
    whole = {"kind": "contradiction", "id": ids["contradictions"][0], "verdict": "confirmed"} | form
    assert (await ann.post("/-/foia/review", whole)).status_code == status


async def test_a_wrong_password_and_too_many_of_them(open_site: Datasette) -> None:
    thief = Visitor(open_site)
    for name, password in (("ann", "wrong password"), ("eve", "a password of Ann"), ("", "x")):
        answer = await thief.sign_in(name, password)
        assert answer.status_code == 403 and "ds_actor" not in thief.cookies and "do not fit together" in answer.text
    for _ in range(10):
        await thief.sign_in("ben", "wrong")
    assert (await thief.sign_in("ben")).status_code == 429
    assert (await Visitor(open_site).sign_in("ann")).status_code == 303


async def test_signing_out_and_being_struck_off(open_site: Datasette, ids: Ids) -> None:
    ann = Visitor(open_site)
    cookie = (await ann.sign_in("ann")).headers.get_list("set-cookie")
    assert any("httponly" in line.lower() and "samesite=lax" in line.lower() for line in cookie if line.startswith("ds_actor"))
    (Path(open_site.get_database("foia").path).parent / reviewers.FILE).write_text("")
    assert (await ann.judge(ids["contradictions"][0], "confirmed")).status_code == 403
    assert (await ann.post("/-/foia/sign-out", {})).status_code == 303
    assert not ann.cookies["ds_actor"]
    assert (await ann.get("/-/foia/sign-out")).status_code == 403


@pytest.mark.parametrize(
    "path", ["//evil.example/-/foia/", "https://evil.example/", "/-/foia//evil.example", "/-/logout", "/-/foia/\\x", ""]
)
async def test_signing_in_leads_nowhere_else(open_site: Datasette, path: str) -> None:
    ann = Visitor(open_site)
    await ann.get("/-/foia/sign-in")
    answer = await ann.post("/-/foia/sign-in", {"reviewer": "ann", "password": PASSWORDS["ann"], "next": path})
    assert answer.headers["location"] == "/-/foia/reviews"


async def test_without_reviewers_there_is_no_form(site: Datasette, ids: Ids) -> None:
    text = (await site.client.get(f"/-/foia/contradiction/{ids['contradictions'][0]}")).text
    assert "<textarea" not in text and "sign-in" not in text and "No person has reviewed this pair yet" in text
    assert "No reviewers are named" in (await site.client.get("/-/foia/sign-in")).text


async def test_reviewers_and_notes_lie_in_no_served_file(open_site: Datasette, ids: Ids) -> None:
    assert set(open_site.databases) - {"_internal", "_memory"} == {"foia"}
    for name in (reviewers.FILE, reviews.NAME, reviewers.KEY_FILE):
        assert (await open_site.client.get(f"/{name}")).status_code == 404
        assert (await open_site.client.get(f"/-/foia/static/{name}")).status_code == 404
    assert not re.search(r"scrypt:|\bann\b", (await open_site.client.get("/-/metadata.json")).text)
