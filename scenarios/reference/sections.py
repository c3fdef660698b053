"""The sections of the page of keys, in reading order."""

from dataclasses import dataclass

from scenarios.town import Town


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the page.

    Parameters
    ----------
    title
        Its heading.
    keys
        The keys of a scenario that it describes.
    examples
        Names of its example files.
    """

    title: str
    keys: tuple[str, ...]
    examples: tuple[str, ...]

    @property
    def required(self) -> tuple[str, ...]:
        """Those of its keys that a scenario can't do without."""
        fields = Town.model_fields.values()
        needed = {info.alias for info in fields if info.is_required()} | {"name"}
        return tuple(key for key in self.keys if key in needed)


SECTIONS = (
    Section(
        "A scenario 方案",
        ("schema", "name", "summary", "staffing"),
        ("town", "difference", "tables"),
    ),
    Section("Calendar 日历", ("calendar",), ("calendar", "days_off")),
    Section("People 花名册", ("people",), ("people",)),
    Section("Structure 机构", ("modules", "leader", "layers", "units"), ("structure",)),
    Section("Posts 岗位", ("posts",), ("posts",)),
    Section("Matters 事项清单", ("matters",), ("matters",)),
    Section(
        "Scores 竞争上岗、双向选择",
        ("scores",),
        ("scores", "scores_table", "scores_rows"),
    ),
    Section("Work 工作流", ("work",), ("work",)),
    Section("Ladders 职级序列", ("ladders",), ("ladders",)),
    Section(
        "Rules, goals, pins 规则、目标、指定人选",
        ("rules", "goals", "pins"),
        ("rules", "weighted_goals"),
    ),
    Section("The year's play 全年推演", ("simulation",), ("simulation",)),
    Section("Careers 晋升推演", ("careers",), ("careers",)),
)
"""The sections of the page, in reading order."""
