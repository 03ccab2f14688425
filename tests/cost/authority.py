"""A test authority, for measuring TLS against the system's own store of authorities."""
import pathlib
import shutil
import subprocess


def make(folder):
    """Writes ca.pem, the authority, and leaf.pem and leaf.key, a certificate for 127.0.0.1 that
    the authority signed."""

    def openssl(*arguments):
        subprocess.run(
            ["openssl", *arguments],
            check=True,
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
    openssl(
        "req",
        "-x509",
        *curve,
        "-keyout",
        "ca.key",
        "-out",
        "ca.pem",
        "-days",
        "30",
        "-subj",
        "/CN=bench test CA"
    )
    openssl("req", *curve, "-keyout", "leaf.key", "-out", "leaf.csr", "-subj", "/CN=127.0.0.1")
    (folder / "leaf.ext").write_text("subjectAltName=IP:127.0.0.1\n")
    openssl(
        "x509",
        "-req",
        "-in",
        "leaf.csr",
        "-CA",
        "ca.pem",
        "-CAkey",
        "ca.key",
        "-CAcreateserial",
        "-days",
        "30",
        "-extfile",
        "leaf.ext",
        "-out",
        "leaf.pem",
    )


def trust(folder):
    """Adds it to the system's authorities, in mounts that must belong to this process, so that
    only the process and its children see it."""
    system = pathlib.Path("/etc/ssl/certs")
    store = folder / "certs"
    shutil.copytree(system, store, symlinks=True)
    (store / "bench-test-ca.pem").write_text((folder / "ca.pem").read_text())
    with open(store / "ca-certificates.crt", "a") as bundle:
        bundle.write((folder / "ca.pem").read_text())
    subprocess.run(["openssl", "rehash", store], check=True, stderr=subprocess.DEVNULL)
    subprocess.run(["mount", "--bind", store, system], check=True)


def distrust():
    subprocess.run(["umount", "/etc/ssl/certs"], check=True)
