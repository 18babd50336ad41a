"""The rules travel with the package, however it is installed."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A folder with the sdist, and the wheel that was built from it."""
    if not (ROOT / "pyproject.toml").exists():
        pytest.skip("needs the project's checkout")
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--no-isolation", "-o", out, ROOT], check=True, capture_output=True)
    return out


def installed(target, source):
    """Where `source`, put into `target`, finds its rules."""
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-build-isolation", "--target", target, source],
        check=True,
        capture_output=True,
    )
    code = "from docproof.engine import rules_root, load_pack; print(rules_root(), len(load_pack(rules_root())))"
    run = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": str(target)}, capture_output=True, text=True, check=True
    )
    root, count = run.stdout.split()
    return Path(root), int(count)


def test_the_wheel_built_from_the_sdist_carries_rules_schema_and_words(built):
    names = zipfile.ZipFile(next(built.glob("*.whl"))).namelist()
    for name in (
        "docproof/rules/language/punctuation.yaml",
        "docproof/rules/profiles/plain.yaml",
        "docproof/reporting/report-v1.schema.json",
        "docproof/cli/locale/zh_CN/LC_MESSAGES/messages.mo",
        "docproof/py.typed",
    ):
        assert name in names


def test_the_sdist_carries_rules_samples_and_tests(built):
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = {n.split("/", 1)[1] for n in archive.getnames()}
    assert {"rules/language/punctuation.yaml", "samples/请示-合格.txt", "tests/test_rules.py", "LICENSE"} <= names


def test_an_installed_wheel_finds_its_own_rules(built, tmp_path):
    root, count = installed(tmp_path, next(built.glob("*.whl")))
    assert root == tmp_path / "docproof" / "rules"
    assert count > 20


def test_an_editable_install_finds_the_rules_of_the_checkout(tmp_path):
    code = "from docproof.engine import rules_root; print(rules_root())"
    run = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": str(ROOT / "src")}, capture_output=True, text=True, check=True
    )
    assert Path(run.stdout.strip()) == ROOT / "rules"
