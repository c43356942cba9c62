"""Keeps a trained model in Rasa's model storage; shared by the components that learn something."""

from typing import Any

import joblib
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage

_FILE = "model.joblib"


def keep(model: object, storage: ModelStorage, resource: Resource) -> None:
    """Write the model into the trained archive."""
    with storage.write_to(resource) as folder:
        joblib.dump(model, folder / _FILE)


def fetch(storage: ModelStorage, resource: Resource) -> Any:
    """Read the model back. The archive is one we trained ourselves: joblib runs what it loads."""
    with storage.read_from(resource) as folder:
        return joblib.load(folder / _FILE)
