"""Small towns by chance, with a bit of everything that the language can say."""

import numpy as np

from tests.towns import person, post, town

POSTS = ("desk", "books", "roads", "land")
LEADS = ("mayor", "vice")
PEOPLE = tuple(f"p{number}" for number in range(7))


class Chance:
    """Choices of one seed."""

    def __init__(self, seed):
        self._numbers = np.random.Generator(np.random.Philox(key=seed))

    def one_of(self, *choices):
        return choices[int(self._numbers.random() * len(choices))]

    def some_of(self, choices, most):
        count = self.one_of(*range(1, most + 1))
        places = self._numbers.permutation(len(choices))[:count]
        return [choices[place] for place in sorted(places)]

    def share(self):
        return float(self._numbers.random())


def random_town(seed, *, visits):
    """Return a town; with or without visits by appointment."""
    chance = Chance(seed)
    return town(
        calendar={
            "kind": chance.one_of("china", "plain", "continuous"),
            "year": chance.one_of(2025, 2026),
            "days_off": ["2026-03-02", "2025-03-03"],
        },
        rules={"joint_absence": {"mode": chance.one_of("off", "hard")}},
        layers=chance.one_of(
            ("leader",), ("in_charge", "leader"), ("chief", "in_charge", "leader")
        ),
        leader="mayor",
        units={
            "top": {"name": "班子", "kind": "leadership"},
            "office": {"name": "办", "in_charge": "vice", "chief": "desk"},
            "centre": {"name": "所", "in_charge": "mayor", "chief": "books"},
        },
        people={name: _person(chance, number) for number, name in enumerate(PEOPLE)},
        posts={
            **{lead: post(unit="top", backups=chance.one_of(0, 1)) for lead in LEADS},
            "desk": post(seats=2),
            "books": post(unit="centre"),
            "roads": post(),
            "land": post(unit="centre", seats=2),
        },
        work=_work(chance, visits=visits),
        simulation={
            "warm_up_days": chance.one_of(0, 15),
            "patience_hours": chance.one_of(0, 1, 4),
            "handover_hours": chance.one_of(0, 0.5),
            "coordination_hours": chance.one_of(0, 1),
            "backup_speed": chance.one_of(0.8, 1),
            "overtime_hours": chance.one_of(1, 3),
            "goes_up": chance.share() < 0.7,
        },
    )


def _person(chance, number):
    """Return a person: the first two lead, the others hold a post or two."""
    holds = [LEADS[number]] if number < 2 else chance.some_of(POSTS, 2)
    backs_up = chance.some_of([*POSTS, *LEADS], 2) if chance.share() < 0.7 else []
    return person(
        holds=holds,
        backs_up=[one for one in backs_up if one not in holds],
        available=chance.one_of(1, 1, 0.7),
        notice_days=chance.one_of(0, 0, 1),
        control=chance.one_of("town", "county", "dual"),
        certificates=chance.some_of(["law", "flood"], 2),
        absences={"leave_days": chance.one_of(0, 10), "sick_days": chance.one_of(0, 8)},
    )


def _work(chance, *, visits):
    kinds = [_one_person, _several, _everybody, _path, _coverage, _campaign, _atomic]
    if visits:
        kinds += [_visit, _visit, _visit]
    return {
        f"w{number}": chance.one_of(*kinds)(chance)
        | {"name": "事", "priority": chance.one_of(1, 3, 3, 5)}
        | {"overtime": chance.share() < 0.2}
        | chance.one_of({}, {"due": {"working_days": 2}}, {"due": {"days": 3}})
        | chance.one_of({"unit": "office"}, {"unit": "centre"}, {"post": "mayor"})
        for number in range(chance.one_of(4, 6, 8))
    }


def _arrive(chance, most=80):
    return chance.one_of(
        {"per_year": most},
        {"per_year": most // 2, "season": [1, 2, 3, 1, 1, 1, 4, 1, 1, 1, 1, 0]},
        {"every": chance.one_of("week", "month"), "number": chance.one_of(1, 3)},
        {"season_days": 12},
        {"per_year": most // 3, "any_time": True},
    )


def _hours(chance):
    mean = chance.one_of(0.5, 2, 6)
    return chance.one_of(
        mean, {"mean": mean, "spread": 0.8}, {"dist": "exponential", "mean": mean}
    )


def _steps(chance, *steps):
    urgent = chance.share() < 0.25
    return {"arrive": _arrive(chance), "steps": [*steps], "urgent": urgent}


def _one_person(chance):
    otherwise = chance.one_of({}, {"otherwise": ["land", "mayor"]})
    who = chance.some_of(POSTS, 2)
    return _steps(chance, {"who": who, "hours": _hours(chance), **otherwise})


def _several(chance):
    who = chance.one_of({"posts": chance.some_of(POSTS, 3)}, {"everyone": True})
    who |= {"count": chance.one_of(2, 3), "together": chance.share() < 0.5}
    if chance.share() < 0.3:
        who["certificates"] = ["flood"]
    return _steps(chance, {"who": who, "hours": _hours(chance)})


def _everybody(chance):
    who = chance.one_of({"everyone": True}, {"unit": "office"}, {"unit": "centre"})
    return _steps(chance, {"meet": who, "hours": chance.one_of(1, 3)})


def _path(chance):
    return _steps(
        chance,
        {"who": chance.one_of(*POSTS), "hours": _hours(chance)},
        {"approve": "up_to", "layer": chance.one_of("in_charge", "leader"), "hours": 1},
        {"county": True, "wait_days": {"mean": 4, "spread": 1}},
        {"who": {"unit": "office"}, "hours": 2, "another": chance.share() < 0.5},
    )


def _coverage(chance):
    return {
        "coverage": {
            "post": chance.one_of(*POSTS),
            "staff": chance.one_of(1, 2),
            "hours_per_day": chance.one_of(3, 7, 8, 9),
            **chance.one_of({}, {"nights": True}, {"who": {"unit": "centre"}}),
        }
    }


def _campaign(chance):
    return {
        "campaign": {
            "from": chance.one_of("01-10", "11-15"),
            "to": chance.one_of("02-10", "05-20"),
            "people": chance.one_of(1, 3),
            "hours_per_day": chance.one_of(4, 8),
            "who": {"everyone": True},
        }
        | chance.one_of({}, {"days": 10})
    }


def _atomic(chance):
    return _joint(chance, by="atomic")


def _visit(chance):
    return _joint(chance, by="appointment")


def _joint(chance, **how):
    batch = {"batch": {"every": "week", "on": chance.one_of(1, 4)}}
    return _steps(
        chance,
        {
            "joint": [*chance.some_of(POSTS, 2), chance.one_of(*LEADS)],
            "hours": chance.one_of(1, 2.5),
            "notice_days": chance.one_of(0, 1),
            "retry_days": chance.one_of(1, 5),
            "consent": chance.one_of({}, {"declines": 0.2, "postpones": 0.2}),
            **how,
            **chance.one_of({}, {}, batch),
        },
        {"who": chance.one_of(*POSTS), "hours": _hours(chance)},
    )
