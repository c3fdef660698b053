from scenarios.language.seasons import weekly_profile
from tests.towns import person, post, town


def test_a_module_lead_commands_its_units_and_the_leader_the_rest():
    design = town(
        modules={"social": {"name": "社会", "lead": "chair"}},
        leader="secretary",
        units={
            "top": {"name": "班子", "kind": "leadership"},
            "office": {"name": "办", "module": "social"},
            "other": {"name": "另", "in_charge": "vice"},
        },
        posts={
            "secretary": post(unit="top"),
            "chair": post(unit="top"),
            "vice": post(unit="top"),
            "clerk": post(),
            "driver": post(unit="other"),
        },
    )
    assert design.lead_of_post("clerk") == "chair"
    assert design.lead_of_post("driver") == "vice"
    assert design.lead_of_post("vice") == "secretary"
    assert design.lead_of_post("secretary") is None
    assert design.leads == ("secretary", "chair", "vice")


def test_what_a_town_worked_out_is_not_kept_by_a_changed_one():
    design = town(posts={"clerk": post(), "typist": post()})
    assert design.posts_of_unit == {"office": ("clerk", "typist")}
    assert design.leads == ()
    changed = design.model_copy(update={"posts": {}})
    assert changed.posts_of_unit == {"office": ()}
    assert design.posts_of_unit == {"office": ("clerk", "typist")}


def test_a_weekly_profile_has_mean_one_and_keeps_the_months_apart():
    profile = weekly_profile((1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 13))
    assert abs(sum(profile) / 52 - 1) < 1e-12
    assert profile[0] == profile[40] < profile[50]


def test_entries_know_their_ids():
    assert town(people={"p1": person()}).people["p1"].id == "p1"
