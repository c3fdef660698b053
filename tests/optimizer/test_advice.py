from pathlib import Path

import pytest

import optimizer.advice
from bianping.checking.advice_texts import advice_text
from bianping.words import catalogue
from optimizer.advice import advice
from tests.towns import person, post, town

WORDS = (catalogue("zh"), catalogue("en"))
UNIT = {"name": "办", "chief": "head"}
POSTS = {"head": post(name="长", hours=10), "clerk": post(name="文", hours=10)}
PEOPLE = {
    "p1": person(holds=["head"], backs_up=["clerk"]),
    "p2": person(holds=["clerk"], backs_up=["head"]),
    "p3": person(backs_up=["clerk"]),
}
SOUND = {"units": {"office": UNIT}, "posts": POSTS, "people": PEOPLE, "leader": "head"}
MATTER = {"name": "事", "list": "statutory", "unit": "office", "hours_per_year": 5}


def stream(**keys):
    work = {
        "name": "件",
        "unit": "office",
        "arrive": {"per_year": 9},
        "steps": [{"who": ["clerk"], "hours": 1}],
    }
    return {"w": {**work, **keys}}


def keys_of(**sections):
    """Return the keys of the advice on a sound town with some sections changed."""
    changed = town(**{**SOUND, "layers": ["chief", "leader"], **sections})
    given = advice(changed)
    for words in WORDS:
        assert all(advice_text(changed, one, words) for one in given)
    return {one.key for one in given}


def test_a_sound_town_is_left_in_peace():
    work = stream()
    assert keys_of(work=work, matters={"m": MATTER}) == {"part_of_a_town"}


@pytest.mark.parametrize(
    ("posts", "key"),
    [
        ({"vet": post(requires={"certificates": ["vet"]})}, "nobody_may_hold"),
        ({"window": post(seats=4, backups=0)}, "too_few_may_hold"),
        ({"window": post(seats=3)}, "nobody_may_back_up"),
        ({"window": post(seats=2, backups=2)}, "too_few_may_back_up"),
        (
            {"vet": post(backup_requires={"party": True})},
            "nobody_may_back_up",
        ),
        ({"window": post(seats=30, backups=0, hours=0)}, "seats_beyond_people"),
        ({"window": post(seats=1, backups=30, hours=0)}, "backups_beyond_people"),
        ({"window": post(seats=2, backups=0, hours=90)}, "hours_beyond_people"),
    ],
)
def test_posts_that_are_hard_to_fill(posts, key):
    assert key in keys_of(posts={**POSTS, **posts})
    assert key not in keys_of()


@pytest.mark.parametrize(
    ("work", "key"),
    [
        (stream(steps=[{"who": {"module": "m"}, "hours": 1}]), "stream_without_posts"),
        (
            stream(steps=[{"who": {"unit": "office", "count": 9}, "hours": 1}]),
            "stream_beyond_hands",
        ),
        (
            stream(
                steps=[{"who": {"everyone": True, "certificates": ["x"]}, "hours": 1}]
            ),
            "stream_without_certified",
        ),
        (stream(arrive={"per_year": 0}), "stream_never_comes"),
        (stream(arrive={"per_year": 5, "number": 2}), "number_without_effect"),
        (stream(arrive={"per_year": 5, "on": 2}), "on_without_effect"),
        (
            stream(arrive={"every": "month", "season": [1] * 12}),
            "season_without_effect",
        ),
        (
            stream(steps=[], arrive=None, coverage={"post": "clerk", "staff": 9}),
            "stream_beyond_hands",
        ),
    ],
)
def test_work_without_hands(work, key):
    modules = {"m": {"name": "模块", "lead": "head"}}
    assert key in keys_of(work=work, modules=modules)


def test_work_that_goes_to_posts_nobody_holds_today():
    posts = {**POSTS, "vet": post()}
    work = stream(steps=[{"who": "vet", "hours": 1}])
    assert "stream_nobody_today" in keys_of(posts=posts, work=work, staffing="today")
    assert "stream_nobody_today" not in keys_of(posts=posts, work=work)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"hours": 5}, "overloaded_today"),
        ({"max_posts": 0}, "many_posts_today"),
        ({"backs_up": ["head"]}, "own_backup_today"),
        ({"holds": [], "backs_up": []}, "no_post_today"),
        ({"holds": ["clerks"]}, "post_misspelt"),
        ({"joined": "1999-01"}, "joined_too_young"),
        ({"rank_since": "2001-01"}, "rank_before_joining"),
        ({"born": "1950-01"}, "beyond_retirement"),
        ({"kin": ["p2"]}, "kin_one_sided"),
        ({"rank": "tenth"}, "rank_of_others"),
    ],
)
def test_people_whose_entries_give_pause(change, key):
    ladder = {
        "name": "职员",
        "identity": "institution_staff",
        "rungs": {"tenth": {"name": "十级", "years": 3}},
    }
    first = {**PEOPLE["p1"], **change}
    found = keys_of(people={**PEOPLE, "p1": first}, ladders={"staff": ladder})
    assert key in found
    assert key not in keys_of(ladders={"staff": ladder})


@pytest.mark.parametrize(
    ("sections", "key"),
    [
        ({"units": {"office": {"name": "办"}}}, "unit_without_chief"),
        ({"units": {"office": UNIT, "b": {"name": "乙"}}}, "unit_without_posts"),
        ({"modules": {"m": {"name": "模", "lead": "head"}}}, "module_without_units"),
        ({"modules": {"m": {"name": "模", "lead": "head"}}}, "unit_without_module"),
        ({"leader": None, "layers": ["chief"]}, "unit_without_lead"),
        ({"layers": ["in_charge", "leader"]}, "layer_without_officers"),
        ({"people": {}}, "no_people"),
        ({"matters": {"m": {**MATTER, "hours_per_year": 0}}}, "matter_without_hours"),
        (
            {"matters": {"m": {**MATTER, "certificates": ["x"]}}},
            "matter_without_officers",
        ),
        (
            {
                "units": {"office": UNIT, "b": {"name": "乙", "chief": "head"}},
                "matters": {"m": {**MATTER, "unit": "b"}},
            },
            "matter_of_idle_unit",
        ),
    ],
)
def test_loose_ends_of_the_structure_and_the_lists(sections, key):
    assert key in keys_of(**sections)


def test_layers_that_nobody_asked_for_may_be_empty():
    given = advice(town(**SOUND))
    assert "layer_without_officers" not in {one.key for one in given}


def test_numbers_that_few_towns_have():
    many = {f"q{number}": person() for number in range(150)}
    chiefs = {f"c{n}": post(grade="mid_chief") for n in range(2)}
    deputies = {f"d{n}": post(grade="mid_deputy") for n in range(3)}
    assert {
        "unusual_civil_servants",
        "unusual_institution_staff",
        "unusual_established",
        "unusual_leaders",
        "unusual_mid_chief",
        "unusual_mid_deputy",
    } <= keys_of(people={**PEOPLE, **many}, posts={**POSTS, **chiefs, **deputies})


def test_no_text_is_left_over():
    folder = Path(optimizer.advice.__file__).parent
    code = "".join(file.read_text(encoding="utf-8") for file in folder.glob("*.py"))
    texts = [key.split(".")[-1] for key in WORDS[0].texts if "advice.text." in key]
    ours = [key for key in texts if not key.startswith("unusual_")]
    assert len(ours) > 30
    assert [key for key in ours if f'"{key}"' not in code] == []


@pytest.mark.parametrize(
    ("change", "full"),
    [
        ({"arrive": {"per_year": 1900}}, False),
        ({"arrive": {"per_year": 2100}}, True),
        ({"arrive": {"every": "day", "number": 9}}, True),
        ({"arrive": {"per_hour": 1.1}}, True),
        (
            {
                "arrive": {"per_year": 1000},
                "steps": [
                    {"who": "clerk", "hours": {"dist": "uniform", "low": 1, "high": 4}}
                ],
            },
            True,
        ),
        (
            {
                "arrive": {"per_year": 2100},
                "steps": [{"who": ["clerk", "head"], "hours": 1}],
            },
            False,
        ),
    ],
)
def test_a_post_that_more_work_comes_to_than_it_has_time_for(change, full):
    found = {one.key for one in advice(town(**SOUND, work=stream(**change)))}
    assert ("posts_overfull" in found) is full
