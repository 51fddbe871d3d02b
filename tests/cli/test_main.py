"""The command as a process: help, usage, exit codes, closed pipes, signals, time to answer."""

from __future__ import annotations

import argparse
import ast
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reportlib.cli import main
from reportlib.cli.francais import WORDS, french, spaced
from tests.cli.words import flat, printed

PROGRAMMER = {
    "%r is not callable",
    "'required' is an invalid argument for positionals",
    ".__call__() not defined",
    'argument "-" with mode %r',
    "cannot have multiple subparser arguments",
    "cannot merge actions - two groups are named %r",
    "conflicting option string: %s",
    "conflicting option strings: %s",
    "conflicting subparser alias: %s",
    "conflicting subparser: %s",
    "dest= is required for options like %r",
    "invalid conflict_resolution value: %r",
    "invalid option string %(option)r: must start with a character %(prefix_chars)r",
    "mutually exclusive arguments must be optional",
    "%(heading)s:",
}
"""What argparse says of a parser that is badly written: never seen by users."""


def test_every_word_of_argparse_that_users_see_is_translated():
    tree = ast.parse(Path(argparse.__file__).read_text(encoding="utf-8"))
    said = {
        word.value
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in {"_", "ngettext"}
        for word in call.args
        if isinstance(word, ast.Constant) and isinstance(word.value, str)
    }
    assert len(said) > 30
    assert said - PROGRAMMER - WORDS.keys() == set()


def test_argparse_speaks_english_again_outside():
    before = dict(vars(argparse))
    with french():
        assert argparse.ArgumentParser().format_usage().startswith("usage : ")
    assert dict(vars(argparse)) == before


def test_values_keep_their_letters_in_messages():
    assert spaced("l'a : « l'b : c' » ; d ! http://x:1") == (
        "l’a\u00a0: «\u00a0l'b : c'\u00a0»\u00a0; d\u00a0! http://x:1"
    )


def test_help_is_french_and_names_commands_and_codes(bilan):
    done = bilan("--help")
    assert (done.returncode, done.stderr) == (0, "")
    for words in (
        "usage : bilan [-h]",
        "options :",
        "affiche cette aide",
        "commandes :",
        "verifier",
        "rendre",
        "expliquer",
        "catalogue",
        "codes de sortie :",
        "  11  un fichier des registres est illisible ou incomplet ; rien n'est écrit",
    ):
        assert printed(words) in done.stdout
    assert "show this" not in done.stdout
    assert max(len(line) for line in done.stdout.splitlines()) <= 80


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "il manque : COMMANDE. Aide : bilan --help"),
        (
            "verifié",
            "COMMANDE : « verifié » n'existe pas (au choix : 'verifier', 'rendre', 'expliquer', "
            "'catalogue', 'qualiopi'). Aide : bilan --help",
        ),
        ("verifier", "il manque : DONNEES. Aide : bilan verifier --help"),
        ("verifier a b", "mots en trop : b. Aide : bilan verifier --help"),
        (
            "verifier a --jsn",
            "option inconnue : --jsn. Vouliez-vous dire --json ? Aide : bilan verifier --help",
        ),
        (
            "verifier a --json=3",
            "--json : cette option ne prend pas de valeur (reçu : 3). Aide : bilan verifier --help",
        ),
        (
            "verifier a --rapport",
            "--rapport : une valeur est attendue. Aide : bilan verifier --help",
        ),
        ("expliquer BA-10", "il manque : --annee. Aide : bilan expliquer --help"),
        ("rendre", "il manque : BILAN. Aide : bilan rendre --help"),
        (
            "rendre annuel --anee 2023",
            "option inconnue : --anee. Vouliez-vous dire --annee ? "
            "Aide : bilan rendre annuel --help",
        ),
        (
            "rendre annuel --anne=2023",
            "option inconnue : --anne. Vouliez-vous dire --annee ? "
            "Aide : bilan rendre annuel --help",
        ),
    ],
)
def test_a_command_badly_written_exits_2(bilan, words, said):
    done = bilan(*words.split())
    assert done.returncode == 2
    assert done.stdout == ""
    wanted = printed(said)
    for quoted in ("verifier", "rendre", "expliquer", "catalogue", "qualiopi"):
        wanted = wanted.replace(f"’{quoted}’", f"'{quoted}'")
    assert flat(done.stderr) == wanted


def test_help_answers_without_heavy_imports():
    """The parser is built and the help printed with the standard library alone."""
    code = (
        "import sys\n"
        "from reportlib.cli import main\n"
        "main(['--help'])\n"
        "main(['rendre', 'annuel', '--help'])\n"
        "heavy = {'pandas', 'numpy', 'matplotlib', 'papermill', 'typst', 'nbformat', 'yaml',\n"
        "         'babel', 'jupyter_client', 'IPython', 'mistune', 'pikepdf', 'zmq'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stderr == "[]\n"


def test_help_of_rendre_shows_what_the_notebooks_declare(bilan, write):
    write("1")
    shown = bilan("rendre", "annuel", "--help").stdout
    one_line = " ".join(shown.split())
    for words in (
        "--annee NOMBRE exercice du bilan (par défaut : 2023)",
        "--part-minimale NOMBRE plus petite part, de 0 à 1 (50 % = 0,5) (par défaut : 0.5)",
        "--mode VALEUR longueur (par défaut : court)",
        "--organisme TEXTE identifiant, SIRET ou nom ; sans elle, le bilan est celui de la région",
    ):
        assert " ".join(printed(words).split()) in one_line


def test_a_parameter_with_the_name_of_an_option_is_refused(bilan, write):
    write("1", region='annee: int = 2023\nsortie: str = "x"')
    done = bilan("rendre", "annuel", "--help")
    assert done.returncode == 13
    assert flat(done.stderr) == printed(
        "Le carnet déclare « sortie », qui est déjà une option de la commande : donnez-lui un "
        "autre nom."
    )


def test_version_is_that_of_the_package(bilan):
    from reportlib import __version__

    assert bilan("--version").stdout == f"bilan {__version__}\n"


def test_an_unexpected_error_exits_70_and_shows_nothing_technical(monkeypatch, capsys):
    def broken(**_: object) -> int:
        raise ZeroDivisionError("détail")

    monkeypatch.setattr("reportlib.cli.catalogue.run", broken)
    assert main(["catalogue"]) == 70
    shown = capsys.readouterr()
    assert shown.out == ""
    assert flat(shown.err) == printed(
        "Erreur imprévue (ZeroDivisionError). Relancez avec --trace pour en voir le détail."
    )
    assert main(["catalogue", "--trace"]) == 70
    traced = capsys.readouterr().err
    assert "Traceback" in traced
    assert "détail" in traced


def test_trace_goes_before_or_after_the_command(ici):
    for words in (("--trace", "verifier", "nulle-part"), ("verifier", "nulle-part", "--trace")):
        done = ici(*words)
        assert done.returncode == 13
        assert "Traceback" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
@pytest.mark.parametrize(
    ("number", "code", "said"),
    [(signal.SIGINT, 130, "Interrompu.\n"), (signal.SIGTERM, 143, "")],
)
@pytest.mark.usefixtures("ctrl_c_is_heard")
def test_a_signal_stops_the_command_cleanly(write, tmp_path, number, code, said):
    write(f"open({str(tmp_path / 'parti')!r}, 'w').close()", "import time\ntime.sleep(300)")
    temporary = tmp_path / "provisoire"
    temporary.mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "reportlib", "rendre", "annuel"],
        cwd=tmp_path,
        env={**os.environ, "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 60
    while not (tmp_path / "parti").exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    process.send_signal(number)
    out, err = process.communicate(timeout=30)
    assert process.returncode == code
    assert out == ""
    assert err.endswith(said)
    assert "Traceback" not in err
    assert not (tmp_path / "sorties").exists()
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="POSIX pipes")
@pytest.mark.parametrize("buffered", ["", "1"])
def test_a_closed_pipe_is_no_error(buffered):
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "reportlib", "catalogue"],
        env={**os.environ, "PYTHONUNBUFFERED": buffered},
        stdout=writing,
        stderr=subprocess.PIPE,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's full device")
@pytest.mark.parametrize("buffered", ["", "1"])
def test_a_full_disk_behind_stdout_is_said(buffered):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reportlib", "catalogue"],
            env={**os.environ, "PYTHONUNBUFFERED": buffered},
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert done.returncode == 16
    assert done.stderr.decode().startswith(printed("La sortie standard ne peut pas être écrite : "))
    assert b"Exception" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="POSIX terminals")
def test_progress_on_a_real_terminal(write, tmp_path):
    """stderr is a terminal of 60 columns: one line that counts cells, erased at the end."""
    import fcntl
    import pty
    import struct
    import termios

    write("1", "2", "1 / 0")
    mine, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "reportlib", "rendre", "annuel"],
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if name != "COLUMNS"},
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    )
    os.close(theirs)
    seen = b""
    while True:
        try:
            read = os.read(mine, 4096)
        except OSError:
            break
        if not read:
            break
        seen += read
    os.close(mine)
    assert process.wait(60) == 14
    screens = seen.decode().split("\r\x1b[K")
    assert printed("Bilan annuel : cellule 3 sur 5") in screens
    message = screens[-1].replace("\r\n", "\n")
    assert "ZeroDivisionError" in message


def test_a_terminal_without_our_letters_still_prints(bilan):
    done = bilan("--help", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "verifier    dit comment les registres sont lus, et ce qui est ecarte" in done.stdout
    assert "usage : bilan" in done.stdout


def test_the_table_of_codes_is_that_of_the_errors(root):
    from reportlib import errors
    from reportlib.cli import options

    classes = [c for c in vars(errors).values() if isinstance(c, type)]
    codes = {c.exit_code for c in classes if c is not errors.ReportError}
    page = (root / "docs" / "ligne_de_commande.md").read_text(encoding="utf-8")
    for code in codes | {70}:
        assert f"\n  {code:<4}" in options.CODES
        assert f"\n| {code} |" in page
