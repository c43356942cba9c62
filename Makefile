# Everything a newcomer needs: `make run` and `make test`. `make help` lists the rest.
.PHONY: help install run test talk bench report train check lint lock gazetteer clean
.DEFAULT_GOAL := help
python := .venv/bin/python

help:        ## list the targets
	@grep -E '^[a-z]+: .*##' Makefile | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

install:     ## bring Python 3.11 and the locked dependencies into .venv
	@sh deploy/install.sh

run: install ## start everything on this machine and print the addresses
	@$(python) -m deploy.run

talk: install ## talk to a running assistant in the terminal
	@$(python) -m deploy.talk

train: install ## train the model if it is stale
	@$(python) -m deploy.train

check: install ## check every catalogue file
	@$(python) -m alpine_catalogue check

lint: install ## style, types, import directions
	$(python) -m ruff check .
	$(python) -m mypy
	.venv/bin/lint-imports

test: install ## everything: style, types, catalogue, units, Rasa's own tests, journeys
	@sh deploy/test.sh

bench: install train ## measure ours against Rasa's default and the floor; writes bench/results.json
	$(python) -m bench

report: install ## what the understanding reaches on unseen messages; writes docs/understanding.md
	@$(python) -m bench.report

gazetteer: install ## compile the gazetteer again after a change to its sources
	@$(python) -m alpine_catalogue.gazetteer.compile

facts: install ## write docs/facts.md and its schema again after a change of catalogue/facts
	@$(python) -m alpine_catalogue facts

mutants: install ## change the evaluator in thousands of small ways and count what no test notices (about half an hour)
	@$(python) -m bench.mutants

lock: install ## resolve pyproject.toml again and write requirements.lock
	@sh deploy/lock.sh

clean:       ## remove what was built (not the databases in var/)
	rm -rf .venv .uv models .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
