"""Any benchmark, on what is installed and not on the sources beside it.

``make fast; python -m benchmarks.installed playing --rounds 5``
"""

import runpy
import sys
import sysconfig

import tests  # noqa: F401 - ours, before others that are installed by this name

if __name__ == "__main__":
    sys.path.insert(0, sysconfig.get_path("purelib"))
    name, sys.argv[1:] = f"benchmarks.{sys.argv[1]}", sys.argv[2:]
    runpy.run_module(name, run_name="__main__", alter_sys=True)
