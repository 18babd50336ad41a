"""Print the core dependencies pinned to their lower bounds, for pip: python scripts/lower_bounds.py"""

import re
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"

if __name__ == "__main__":
    block = re.search(r"^dependencies = \[(.*?)^\]", PROJECT.read_text(encoding="utf-8"), re.S | re.M)
    for name, version, marker in re.findall(r'"([\w-]+)>=([\d.]+)(;[^"]*)?"', block[1] if block else ""):
        print(f"{name}=={version}{marker}")
