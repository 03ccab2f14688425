# SPDX-License-Identifier: Apache-2.0
"""What pip calls (PEP 517) when it installs the pack's program from its source, as `st2 pack
install` has it do in a clone: builds
the program with meson, and packs it into a wheel. Needs nothing from an index. tools/release packs
its wheel with it too.
"""
import base64
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

SOURCE = pathlib.Path(__file__).resolve().parent.parent
NAME = "st2_pagerduty"
TOOLS = ["cc", "meson", "ninja", "pkg-config"]


def version():
    return re.search(r"^version: *(\S+)$", (SOURCE / "pack.yaml").read_text(), re.M)[1]


def tag():
    return "py3-none-%s_%s" % (sys.platform, os.uname().machine)


def metadata():
    """The metadata files of the wheel."""
    folder = "%s-%s.dist-info/" % (NAME, version())
    return {
        folder + "METADATA": "Metadata-Version: 2.1\nName: st2-pagerduty\nVersion: %s\n"
        "Summary: The program behind the actions of StackStorm's pack pagerduty.\n"
        "License: Apache-2.0\n"
        % version(),
        folder + "WHEEL": "Wheel-Version: 1.0\nGenerator: %s\nRoot-Is-Purelib: false\nTag: %s\n" %
        (NAME, tag()),
    }


def write_wheel(folder, programs, date=(1980, 1, 1, 0, 0, 0)):
    """Writes a wheel that puts the programs, {name: path}, beside pip itself, and returns its
    name. The same programs give the same bytes."""
    name = "%s-%s-%s.whl" % (NAME, version(), tag())
    files = {
        "%s-%s.data/scripts/%s" % (NAME, version(), program): path.read_bytes()
        for program, path in sorted(programs.items())
    }
    files.update((path, text.encode()) for path, text in metadata().items())
    record = "%s-%s.dist-info/RECORD" % (NAME, version())
    lines = [
        "%s,sha256=%s,%d"
        % (
            path,
            base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode(),
            len(data),
        )
        for path, data in files.items()
    ]
    files[record] = "\n".join(lines + [record + ",,", ""]).encode()
    with zipfile.ZipFile(pathlib.Path(folder) / name, "w", zipfile.ZIP_DEFLATED) as wheel:
        for path, data in files.items():
            entry = zipfile.ZipInfo(path, date)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # Mark it as a regular and executable file: pip checks both.
            entry.external_attr = (0o100755 if "/scripts/" in path else 0o100644) << 16
            wheel.writestr(entry, data)
    return name


def environment():
    """pip hides the system's packages from the Python programs that it starts, and meson is
    one of them."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def check_tools():
    missing = [tool for tool in TOOLS if not shutil.which(tool)]
    if missing:
        packages = subprocess.run(
            [SOURCE / "tools/packages", "program"], stdout=subprocess.PIPE, universal_newlines=True
        ).stdout.strip()
        sys.exit(
            "The program of the pack pagerduty is built from source here, and this host lacks %s.\n"
            "Install what the build needs (as root: %s), and install the pack again;\n"
            "or install a release of the pack, which needs no compiler (docs/install.md)."
            % (", ".join(missing), packages)
        )


def check_folder(folder):
    """meson says only that a program of its own could not be run."""
    if os.statvfs(str(folder)).f_flag & os.ST_NOEXEC:
        sys.exit(
            "%s is mounted noexec, and the build runs programs there: set TMPDIR to another\n"
            "folder, or install a release of the pack, which builds nothing (docs/install.md)."
            % folder
        )


def run(*command):
    result = subprocess.run(
        [str(word) for word in command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        universal_newlines=True,
        env=environment(),
    )
    if result.returncode:
        sys.exit(
            "%s\n%s failed: what is above says why. docs/install.md lists what the build needs."
            % (result.stdout[-6000:], " ".join(map(str, command[:2])))
        )
    return result.stdout


def build(folder, *options):
    """Builds in the folder, and returns {name: path} of the programs that the pack installs."""
    check_tools()
    check_folder(pathlib.Path(folder).parent)
    run("meson", "setup", folder, SOURCE, "-Dtests=false", "-Dsandbox=false", *options)
    run("ninja", "-C", folder)
    installed = json.loads(run("meson", "introspect", "--installed", folder))
    return {
        pathlib.Path(to).name: pathlib.Path(made)
        for made, to in installed.items()
        if pathlib.Path(to).parent.name == "bin"
    }


def get_requires_for_build_wheel(config_settings=None):
    return []


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    for path, text in metadata().items():
        file = pathlib.Path(metadata_directory) / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    return "%s-%s.dist-info" % (NAME, version())


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    with tempfile.TemporaryDirectory() as folder:
        return write_wheel(wheel_directory, build(pathlib.Path(folder) / "build"))


def build_sdist(sdist_directory, config_settings=None):
    raise NotImplementedError("the pack is its own source: install it by its folder")
