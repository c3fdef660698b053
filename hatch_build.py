"""The wheel with its busiest modules compiled, for who asks for it: see `make fast`.

``HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 pip wheel --no-deps .``

Which modules are compiled stands in `pyproject.toml`. The sources stay as they are:
what is compiled goes to a temporary folder, and from there into the wheel.
"""

from pathlib import Path
from tempfile import mkdtemp

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from mypyc.build import mypycify
from setuptools import Distribution
from setuptools.command.build_ext import build_ext


class Compiled(BuildHookInterface):
    """Compiles with mypyc what is listed, into one library and a stub a module."""

    def initialize(self, version: str, build_data: dict) -> None:
        place = Path(mkdtemp())
        for made in _compiled(sorted(self._listed()), place):
            build_data["force_include"][str(made)] = str(made.relative_to(place / "lib"))
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def _listed(self):
        root = Path(self.root)
        for pattern in self.config["compile"]:
            yield from (str(p.relative_to(root)) for p in root.glob(pattern) if p.name != "__init__.py")


def _compiled(modules, place):
    extensions = mypycify(modules, target_dir=str(place / "c"), opt_level="3")
    command = build_ext(Distribution({"name": "bianping", "ext_modules": extensions}))
    command.build_lib = str(place / "lib")
    command.build_temp = str(place / "tmp")
    command.ensure_finalized()
    command.run()
    return (place / "lib").rglob("*.*")
