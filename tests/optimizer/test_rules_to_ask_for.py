"""What the rules that a scenario may ask for say of cases worked by hand."""

from bianping.words import catalogue
from optimizer.audit import audit
from optimizer.reason import Reason
from optimizer.sentences import demand_sentence
from tests.towns import person, plan, post, town


def broken(design, *rows):
    """Return the subjects of the breaches of the one rule that is asked for."""
    (rule,) = design.rules.model_fields_set
    found = audit(design, plan(*rows))
    return [because.subjects for because in found if because.rule == rule]


def test_a_full_time_post_leaves_the_agreed_hours_for_others():
    design = town(
        posts={
            "chair": post(full_time="exclusive", other_hours=9),
            "lead": post(hours=8),
            "desk": post(hours=10),
            "hall": post(hours=20),
        },
        people={"ann": person()},
        rules={"full_time": {}},
    )
    chair = ("chair", "A", "ann")
    assert not broken(design, chair, ("lead", "A", "ann"), ("desk", "B", "ann"))
    assert broken(design, chair, ("lead", "A", "ann"), ("hall", "B", "ann"))
    assert broken(design, chair, ("desk", "A", "ann"))


def two_modules(**sections):
    return town(
        modules={
            "economy": {"name": "经济", "lead": "mayor"},
            "social": {"name": "社会", "lead": "chair"},
        },
        units={
            "top": {"name": "班子", "kind": "leadership", "establishment": 2},
            "office": {"name": "办", "module": "economy", "establishment": 2},
            "centre": {"name": "中心", "module": "economy"},
            "hall": {"name": "大厅", "module": "social"},
        },
        posts={
            "mayor": post(unit="top", grade="module_lead"),
            "chair": post(unit="top", grade="module_lead"),
            "clerk": post(hours=16),
            "farmer": post(unit="centre", hours=12),
            "window": post(unit="hall", seats=2, hours=20),
        },
        **sections,
    )


def test_a_backup_comes_from_the_module_but_for_exempt_posts():
    design = two_modules(
        people={"ann": person(), "bob": person()},
        rules={"backup": {"within": "module", "exempt": ["window"]}},
    )
    rows = [("farmer", "A", "ann"), ("window", "A", "bob")]
    backups = [("clerk", "B", "ann"), ("clerk", "B", "bob"), ("window", "B", "ann")]
    far = [
        backup
        for backup in backups
        if any("within:module" in one for one in broken(design, *rows, backup))
    ]
    assert far == [("clerk", "B", "bob")]


def test_leaders_keep_to_the_establishment_of_the_leadership():
    people = {name: person(establishment="top") for name in ("ann", "bob", "cui")}
    design = two_modules(people=people, rules={"establishment": {"most_leaders": 1}})
    assert not broken(design, ("mayor", "A", "ann"), ("chair", "A", "ann"))
    two = [("mayor", "A", "ann"), ("chair", "A", "bob")]
    assert broken(design, *two) == [("leaders",)]
    approved = two_modules(people=people, rules={"establishment": {}})
    assert not broken(approved, *two)


def test_each_town_of_a_county_has_its_own_number_of_leaders():
    east, west = (
        {"name": "班子", "kind": "leadership", "establishment": number, "town": town_}
        for number, town_ in ((1, "东镇"), (2, "西镇"))
    )
    design = town(
        units={"east": east, "west": west},
        posts={
            name: post(unit=unit, grade="leader")
            for name, unit in (("e1", "east"), ("e2", "east"), ("w1", "west"))
        },
        people={who: person(establishment="east") for who in ("ann", "bob", "cui")},
        rules={"establishment": {}},
    )
    approved = ("e1", "A", "ann"), ("e2", "A", "ann"), ("w1", "A", "bob")
    assert not broken(design, *approved)
    too_many = *approved, ("e2", "A", "cui")
    assert broken(design, *too_many) == [("leaders", "town:东镇")]
    because = Reason("establishment", ("leaders", "town:东镇"))
    said = demand_sentence(design, because, catalogue("zh"))
    assert said == "“东镇”担任领导岗位A岗的人员不得超过领导职数1人"


def test_somebody_without_a_place_needs_a_free_one():
    design = two_modules(
        people={
            "ann": person(establishment="office"),
            "bob": person(establishment="office"),
            "new": person(),
            "hired": person(identity="contract"),
        },
        rules={"establishment": {}},
    )
    assert broken(design, ("clerk", "A", "new")) == [("newcomers", "unit:office")]
    assert not broken(design, ("clerk", "A", "hired"), ("window", "A", "new"))


def test_a_unit_borrows_no_more_than_its_share():
    design = two_modules(
        people={
            "ann": person(establishment="hall"),
            "bob": person(establishment="office"),
        },
        rules={"establishment": {"most_borrowed": 0.5}},
    )
    half = [("window", "A", "ann"), ("window", "A", "bob")]
    assert not broken(design, *half)
    assert broken(design, half[1]) == [("borrowed", "unit:hall")]


def test_who_holds_two_posts_under_a_lead_is_one_below():
    people = {"ann": person(), "bob": person()}
    design = two_modules(people=people, rules={"span_of_control": {"most": 1}})
    ann = ("clerk", "A", "ann")
    assert not broken(design, ann, ("farmer", "A", "ann"), ("window", "A", "bob"))
    assert broken(design, ann, ("farmer", "A", "bob")) == [("post:mayor", "people")]


def test_a_person_who_is_all_that_a_matter_has_is_too_few():
    officer = {"certificates": ["enforcement"]}
    design = two_modules(
        people={"ann": person(**officer), "bob": person(**officer), "cui": person()},
        matters={
            "fine": {"name": "罚", "list": "delegated", "unit": "hall", **officer}
        },
        rules={"matters": {}},
    )
    fines = ("unit:hall", "certificate:enforcement")
    ann = ("window", "A", "ann")
    assert broken(design, ann, ("window", "B", "cui")) == [("backup", *fines)]
    assert not broken(design, ann, ("window", "B", "bob"))
    assert ("holder", *fines) in broken(design, ("window", "B", "bob"))


def test_matters_of_two_certificates_in_one_hand_are_too_much_for_it():
    def matter(hours, *certificates):
        return {
            "name": "事",
            "list": "statutory",
            "unit": "hall",
            "hours_per_year": hours,
            "certificates": certificates,
        }

    both = {"certificates": ["law", "enforcement"]}
    design = two_modules(
        people={
            "ann": person(**both),
            "bob": person(),
            "cui": person(certificates=["law"]),
        },
        matters={
            "fine": matter(40, "enforcement"),
            "review": matter(40, "law"),
            "form": matter(20),
        },
        rules={"matters": {"most_share": 0.5}},
    )
    ann = ("window", "A", "ann")
    assert ("share", "unit:hall") in broken(design, ann, ("window", "A", "bob"))
    assert ("share", "unit:hall") not in broken(design, ann, ("window", "A", "cui"))


def test_whoever_covers_one_person_covers_all_of_their_posts():
    design = two_modules(
        people={"ann": person(), "bob": person(hours=25), "cui": person()},
        rules={"n_minus_1": {"surge": 1}},
    )
    backups = [("clerk", "B", "bob"), ("farmer", "B", "bob")]
    of_one = [("clerk", "A", "ann"), ("farmer", "A", "ann")]
    assert ("person:bob",) in broken(design, *backups, *of_one)
    of_two = [("clerk", "A", "ann"), ("farmer", "A", "cui")]
    assert ("person:bob",) not in broken(design, *backups, *of_two)


def two_towns(**people):
    return town(
        units={
            "east": {"name": "东办", "town": "东镇"},
            "west": {"name": "西办", "town": "西镇"},
        },
        posts={
            "farmer": post(unit="east"),
            "clerk": post(unit="east"),
            "window": post(unit="west"),
        },
        people=people,
        rules={"transfers": {"most": 1}},
    )


def test_only_those_open_to_another_town_work_there_as_a_or_b():
    design = two_towns(
        ann=person(establishment="west"),
        bob=person(holds=["window"]),
        cui=person(establishment="west", transfers=["东镇"]),
        new=person(),
    )
    assert broken(design, ("clerk", "A", "ann")) == [("person:ann",)]
    assert broken(design, ("clerk", "B", "bob")) == [("person:bob",)]
    assert not broken(design, ("clerk", "A", "cui"), ("farmer", "B", "cui"))
    assert not broken(design, ("clerk", "A", "new"), ("window", "A", "ann"))


def test_nobody_works_in_two_towns():
    design = two_towns(
        cui=person(establishment="west", transfers=["东镇"]), new=person()
    )
    for who in design.people:
        both = [("clerk", "A", who), ("window", "B", who)]
        assert broken(design, *both) == [("one_town", f"person:{who}")]


def test_a_town_takes_in_no_more_than_its_number_and_newcomers_do_not_count():
    open_to_it = person(establishment="west", transfers=["东镇"])
    design = two_towns(ann=open_to_it, bob=open_to_it, new=person())
    one = [("clerk", "A", "ann"), ("farmer", "A", "new")]
    assert not broken(design, *one)
    assert broken(design, *one, ("farmer", "B", "bob")) == [("taken_in", "town:东镇")]


def test_units_without_towns_ask_for_no_transfers():
    people = {"ann": person(holds=["clerk"])}
    design = two_modules(people=people, rules={"transfers": {"most": 0}})
    assert not broken(design, ("clerk", "A", "ann"), ("window", "A", "ann"))
