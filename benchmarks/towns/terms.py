"""What an invented town asks of holders: it follows from who was dealt what."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from benchmarks.towns.deal import Deal
from benchmarks.towns.parts import Desk, Worker
from scenarios.language.people import Identity
from scenarios.language.posts import PostGrade

CERTIFICATES = ("accounting", "agronomy", "archives", "law", "planning", "statistics")
CERTIFIED = 0.1
"""Share of the staff's posts that ask for a certificate."""

ONE_IN = 25
"""People for each two relatives, and for each two posts that exclude each other."""

OFFICERS = 5
TRIES = 200


@dataclass(frozen=True, slots=True)
class Terms:
    """Certificates, relatives and exclusions, none of them against the deal."""

    asked: dict[str, str]
    """The certificate that a post asks for."""
    certificates: dict[str, list[str]]
    """What each person is certified for."""
    kin: dict[str, str]
    """Each person's relative."""
    excludes: dict[str, str]
    """Each post's incompatible post."""
    officers: int
    """How many people with the enforcement certificate the first office has."""


def terms(deal: Deal, chance: np.random.Generator) -> Terms:
    """Return terms that the deal meets."""
    asked = dict(_asked(deal, chance))
    certificates: dict[str, list[str]] = {one.id: [] for one in deal.structure.workers}
    for post, certificate in asked.items():
        spare = _staff(deal)[int(chance.integers(len(_staff(deal))))]
        for worker in (*deal.holders[post], *deal.backups[post], spare):
            if certificate not in certificates[worker.id]:
                certificates[worker.id].append(certificate)
    officers = _officers(deal)
    for worker in officers:
        certificates[worker.id].append("enforcement")
    pairs = max(1, len(certificates) // ONE_IN)
    kin = dict(_kin(deal, chance, pairs))
    excludes = dict(_excludes(deal, chance, pairs))
    return Terms(asked, certificates, kin, excludes, len(officers))


def identities(deal: Deal, desk: Desk) -> list[str]:
    """Return the identities that a post asks for."""
    if desk.stationed:
        return [Identity.DISPATCHED]
    if all(one.identity is Identity.CIVIL_SERVANT for one in deal.hands(desk)):
        return [Identity.CIVIL_SERVANT]
    return [Identity.CIVIL_SERVANT, Identity.INSTITUTION_STAFF]


def _asked(deal: Deal, chance: np.random.Generator) -> Iterator[tuple[str, str]]:
    """Yield some of the staff's posts, each with the certificate it asks for."""
    for desk in _staff_desks(deal):
        if chance.random() < CERTIFIED:
            yield desk.id, CERTIFICATES[int(chance.integers(len(CERTIFICATES)))]


def _officers(deal: Deal) -> list[Worker]:
    """Return the first few people with A-posts in the first office."""
    office = deal.structure.units[1].id
    sitting = {
        worker.id: worker
        for desk in deal.structure.desks
        if desk.unit == office
        for worker in deal.holders[desk.id]
    }
    return list(sitting.values())[:OFFICERS]


def _kin(
    deal: Deal, chance: np.random.Generator, pairs: int
) -> Iterator[tuple[str, str]]:
    """Yield relatives who work in no module in common."""
    staff, taken = _staff(deal), set[str]()
    for _ in range(TRIES):
        one, other = (staff[int(n)] for n in chance.integers(len(staff), size=2))
        apart = _modules(deal, one).isdisjoint(_modules(deal, other))
        if apart and taken.isdisjoint((one.id, other.id)) and len(taken) < 2 * pairs:
            taken |= {one.id, other.id}
            yield one.id, other.id


def _excludes(
    deal: Deal, chance: np.random.Generator, pairs: int
) -> Iterator[tuple[str, str]]:
    """Yield posts that nobody has both of."""
    desks, taken = _staff_desks(deal), set[str]()
    for _ in range(TRIES):
        one, other = (desks[int(n)] for n in chance.integers(len(desks), size=2))
        hands = {worker.id for worker in deal.hands(one)}
        apart = hands.isdisjoint(worker.id for worker in deal.hands(other))
        if apart and taken.isdisjoint((one.id, other.id)) and len(taken) < 2 * pairs:
            taken |= {one.id, other.id}
            yield one.id, other.id


def _modules(deal: Deal, worker: Worker) -> set[int]:
    return {deal.structure.module_of(desk.unit) for desk in deal.held[worker.id]}


def _staff(deal: Deal) -> list[Worker]:
    sent = Identity.DISPATCHED
    people = deal.structure.workers
    return [one for one in people if not one.leader and one.identity is not sent]


def _staff_desks(deal: Deal) -> list[Desk]:
    desks = deal.structure.desks
    return [d for d in desks if d.grade is PostGrade.STAFF and not d.stationed]
