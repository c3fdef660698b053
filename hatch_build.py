"""A wheel whose busiest modules are compiled, for whoever asks for it: `make fast`.

``HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 pip wheel --no-deps .``

`pyproject.toml` lists the modules. What is made of them never lies beside the sources:
it goes to a folder of its own, and from there into the wheel.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from mypyc.build import mypycify
from setuptools import Distribution
from setuptools.command.build_ext import build_ext


class Compiled(BuildHookInterface[BuilderConfig]):
    """Compiles the modules that are listed, with mypyc."""

    def initialize(
        self,
        version: str,  # noqa: ARG002 - so Hatchling calls it
        build_data: dict[str, object],
    ) -> None:
        """Put what was compiled into the wheel, which is then for one platform."""
        self._place = TemporaryDirectory()
        made = Path(self._place.name)
        _compile(sorted(self._listed()), made)
        libraries = (path for path in made.rglob("*") if path.suffix in {".so", ".pyd"})
        build_data["force_include"] = {
            str(path): str(path.relative_to(made)) for path in libraries
        }
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(
        self,
        version: str,  # noqa: ARG002 - so Hatchling calls it
        build_data: dict[str, object],  # noqa: ARG002
        artifact_path: str,  # noqa: ARG002
    ) -> None:
        """Throw away what the wheel now holds."""
        self._place.cleanup()

    def _listed(self) -> Iterator[str]:
        root = Path(self.root)
        for pattern in self.config["compile"]:
            for path in root.glob(pattern):
                if path.name != "__init__.py":
                    yield str(path.relative_to(root))


def _compile(modules: Iterable[str], place: Path) -> None:
    """Write libraries into a folder, where the modules would be."""
    extensions = mypycify([*modules], target_dir=str(place / "c"), opt_level="3")
    command = build_ext(Distribution({"name": "bianping", "ext_modules": extensions}))
    command.build_lib = str(place)
    command.build_temp = str(place / "objects")
    command.ensure_finalized()
    command.run()
