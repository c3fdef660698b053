from scenarios.changes import changes
from tests.towns import person, post, town


def test_what_a_design_adds_changes_and_closes():
    first = town(posts={"a": post(), "b": post(), "c": post()})
    other = town(posts={"b": post(seats=2, hours=5), "c": post(), "d": post()})
    posts = next(one for one in changes(first, other) if one.section == "posts")
    assert (posts.new, posts.closed, posts.unchanged) == (("d",), ("a",), 1)
    assert posts.changed == {"b": ("seats", "hours")}


def test_rules_and_settings_differ_key_by_key():
    first = town()
    other = town(
        rules={"workload": {"most_share": 1.2}},
        layers=["leader"],
        pins={"a": ["p"]},
    )
    settings = changes(first, other)[-1]
    assert settings.changed == {"layers": (), "rules.workload": ("most_share",)}
    assert settings.new == ("pins.a",)


def test_a_design_does_not_differ_from_itself():
    same = town(posts={"a": post()}, people={"p": person()})
    assert not any(one.new or one.changed or one.closed for one in changes(same, same))
