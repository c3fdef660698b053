"""The town: everything a scenario says, frozen and checked once."""

from collections.abc import Mapping
from functools import cached_property
from typing import Literal, Self

from pydantic import Field
from pydantic.json_schema import SkipJsonSchema

from scenarios.language.base import (
    Entries,
    Layer,
    Name,
    PersonId,
    PostId,
    Spec,
    StreamId,
    UnitId,
)
from scenarios.language.careers import CareerSettings
from scenarios.language.goals import Goals
from scenarios.language.ladders import Ladder
from scenarios.language.matters import Matter, Scores
from scenarios.language.people import Person
from scenarios.language.posts import Post
from scenarios.language.rules import Rules
from scenarios.language.settings import (
    CalendarSettings,
    SimulationSettings,
)
from scenarios.language.steps import Pool
from scenarios.language.structure import LAYERS, Module, Unit
from scenarios.language.work import Stream


class Town(Spec):
    """A town under one design: the whole of a scenario."""

    schema_: Literal[1] = Field(alias="schema")
    """Version of the scenario language."""
    id: SkipJsonSchema[str]
    """The scenario file's name without its ending."""
    name: Name
    """What the scenario is called."""
    summary: Name | None = None
    """What the design is, in a sentence or two."""
    staffing: Literal["optimise", "today"] = "optimise"
    """``optimise``: posts are assigned anew; ``today``: as ``holds`` and ``backs_up``
    say."""
    calendar: CalendarSettings = CalendarSettings()
    """The town's working time."""
    people: Entries[Person] = Field(default_factory=dict)
    """The roster (花名册)."""
    modules: Entries[Module] = Field(default_factory=dict)
    """The modules of a flat design (模块)."""
    leader: PostId | None = None
    """The post at the head of the town."""
    layers: tuple[Layer, ...] = LAYERS
    """The offices that a decision passes on its way up in this design."""
    units: Entries[Unit] = Field(default_factory=dict)
    """Offices, centres, teams, dispatched institutions."""
    posts: Entries[Post] = Field(default_factory=dict)
    """The posts to be held."""
    matters: Entries[Matter] = Field(default_factory=dict)
    """The lists of matters (事项清单)."""
    scores: Scores = Scores()
    """Marks, wishes and needs (竞争上岗、双向选择)."""
    work: Entries[Stream] = Field(default_factory=dict)
    """The streams of work."""
    ladders: Entries[Ladder] = Field(default_factory=dict)
    """The ladders of promotion."""
    rules: Rules = Rules()
    """The rules of staffing."""
    goals: Goals = Goals()
    """What to strive for."""
    pins: Mapping[PostId, tuple[PersonId, ...]] = Field(default_factory=dict)
    """People who must hold certain posts as A."""
    simulation: SimulationSettings = SimulationSettings()
    """How the working year is played."""
    careers: CareerSettings = CareerSettings()
    """How careers are played."""

    def model_copy(
        self, *, update: Mapping[str, object] | None = None, deep: bool = False
    ) -> Self:
        """Return the town with changes; what was worked out without them is dropped."""
        copy = super().model_copy(update=update, deep=deep)
        for name in vars(copy).keys() - type(self).model_fields.keys():
            del vars(copy)[name]
        return copy

    @cached_property
    def posts_of_unit(self) -> Mapping[UnitId, tuple[PostId, ...]]:
        """The posts of each unit, in the order of the file."""
        found: dict[UnitId, list[PostId]] = {unit: [] for unit in self.units}
        for post in self.posts.values():
            found.setdefault(post.unit, []).append(post.id)
        return {unit: tuple(posts) for unit, posts in found.items()}

    @cached_property
    def leads(self) -> tuple[PostId, ...]:
        """The posts that command units, in the order of the file."""
        commanding = {self.lead_of_unit(unit) for unit in self.units}
        return tuple(post for post in self.posts if post in commanding)

    def posts_of_pool(self, pool: Pool) -> tuple[PostId, ...]:
        """Return the posts whose holders and backups a description may mean."""
        if pool.everyone:
            return tuple(self.posts)
        if pool.unit is not None:
            return self.posts_of_unit[pool.unit]
        if pool.module is not None:
            units = [one.id for one in self.units.values() if one.module == pool.module]
            return tuple(post for unit in units for post in self.posts_of_unit[unit])
        return pool.posts

    def lead_of_unit(self, unit: UnitId) -> PostId | None:
        """Return the post that commands a unit.

        It is the lead of the unit's module, else the leader in charge of the unit,
        else the head of the town.
        """
        spec = self.units[unit]
        if spec.module is not None:
            return self.modules[spec.module].lead
        return spec.in_charge or self.leader

    def lead_of_post(self, post: PostId) -> PostId | None:
        """Return the post that commands a post; nobody commands the head."""
        if post == self.leader:
            return None
        lead = self.lead_of_unit(self.posts[post].unit)
        return self.leader if lead == post else lead

    def lead_of_stream(self, stream: StreamId) -> PostId | None:
        """Return the post that commands a stream of work."""
        spec = self.work[stream]
        if spec.post is not None:
            return spec.post
        if spec.unit is not None:
            return self.lead_of_unit(spec.unit)
        return self.modules[spec.module].lead if spec.module is not None else None

    def officer(self, layer: Layer, unit: UnitId) -> PostId | None:
        """Return the post that decides for a unit on a layer of the design."""
        spec = self.units[unit]
        if layer == "module_lead":
            return self.modules[spec.module].lead if spec.module is not None else None
        return {
            "chief": spec.chief,
            "in_charge": spec.in_charge,
            "leader": self.leader,
        }[layer]
