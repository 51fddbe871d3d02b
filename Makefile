# Two commands on a fresh machine: `make bilan` and `make test`. Each sets up .venv by itself,
# with uv when it is there, with venv and pip when not.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)
SORTIES ?= sorties
ANNEE ?= 2023
GRAND ?= OF-0108
PETIT ?= OF-0211
SIGNATAIRE ?= OF-0103
RENDRE = $(BIN)/bilan rendre
OU = --sortie $(SORTIES) --ecraser

.PHONY: bilan test check lab format lock clean

bilan: $(VENV)/.base
	$(RENDRE) annuel --parametres parameters/bilan_annuel_$(ANNEE).yaml $(OU)
	$(RENDRE) annuel --organisme $(GRAND) --parametres parameters/bilan_organisme_$(ANNEE).yaml $(OU)
	$(RENDRE) annuel --organisme $(PETIT) --parametres parameters/bilan_organisme_$(ANNEE).yaml $(OU)
	$(RENDRE) intermediaire --parametres parameters/bilan_intermediaire_2022.yaml $(OU)
	$(RENDRE) intermediaire --organisme $(SIGNATAIRE) --parametres parameters/bilan_intermediaire_organisme_2022.yaml $(OU)
	$(RENDRE) ruptures --parametres parameters/note_ruptures_2023.yaml $(OU)
	$(RENDRE) accompagnement --organisme $(SIGNATAIRE) --parametres parameters/fiche_accompagnement_2023.yaml $(OU)
	$(RENDRE) qualiopi --parametres parameters/bilan_qualiopi_2023.yaml $(OU)

test: $(VENV)/.complet
	$(BIN)/python -m pytest -p no:nbval $(PYTEST_ARGS)
	$(BIN)/python -m pytest --nbval-lax notebooks -q -p no:cacheprovider

check: $(VENV)/.complet
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python outils/verifier_verrou.py

lab: $(VENV)/.complet
	$(BIN)/jupyter lab notebooks

format: $(VENV)/.complet
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(VENV)/.complet
	$(BIN)/python outils/verifier_verrou.py --refaire

clean:
	rm -rf $(VENV) $(SORTIES) .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/.base: requirements-base.lock pyproject.toml
	$(call environment,requirements-base.lock)
	touch $@

$(VENV)/.complet: requirements.lock pyproject.toml
	$(call environment,requirements.lock)
	touch $@ $(VENV)/.base

ifdef UV
define environment
	test -x $(BIN)/python || $(UV) venv -q --python $(PYTHON) $(VENV)
	$(UV) pip install -q --compile-bytecode --python $(BIN)/python --require-hashes -r $(1)
	$(UV) pip install -q --python $(BIN)/python --no-build-isolation --no-deps --editable .
endef
else
define environment
	test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r $(1)
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-build-isolation --no-deps --editable .
endef
endif
