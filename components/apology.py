"""Policy: says sorry when an action brought nothing, because the action server is away or failed.

Rasa logs such a failure and goes on listening: without this the firm would be left without a word. Every action and
form of ours leaves at least one event behind when it worked, so an action with none has failed.
"""

from __future__ import annotations

from typing import Any

from rasa.core.featurizers.tracker_featurizers import TrackerFeaturizer
from rasa.core.policies.policy import Policy, PolicyPrediction
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted
from rasa.shared.core.trackers import DialogueStateTracker

SORRY = "utter_sorry"
_SERVED = frozenset({"profile_form", "handoff_form", "action_recommend", "action_hand_over", "action_start_over"})
"""Actions and forms that the action server takes part in; each leaves an event behind when it worked."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class ApologyPolicy(Policy):
    """Predicts the apology, and silence after it; in all other cases it has no opinion."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return a priority above that of the rules."""
        return {"priority": 10}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ApologyPolicy:
        """Build the policy; there is nothing to learn."""
        return cls(config, model_storage, resource, execution_context)

    @classmethod
    def load(cls, *args: Any, featurizer: TrackerFeaturizer | None = None, **kwargs: Any) -> ApologyPolicy:
        """Build the policy anew; there is nothing to load."""
        return cls.create(*args, **kwargs)

    def train(self, *args: Any, **kwargs: Any) -> Resource:
        """Learn nothing."""
        return self._resource

    def predict_action_probabilities(
        self, tracker: DialogueStateTracker, domain: Domain, *args: Any, **kwargs: Any
    ) -> PolicyPrediction:
        """Predict the apology right after an action that brought nothing."""
        probabilities = self._default_predictions(domain)
        wanted = _wanted(tracker)
        if wanted in domain.action_names_or_texts:
            probabilities[domain.index_for_action(wanted)] = 1.0
        return self._prediction(probabilities)


def _wanted(tracker: DialogueStateTracker) -> str | None:
    if tracker.get_latest_input_channel() is None:
        return None  # a story under test: actions are not executed there
    last = tracker.events[-1] if tracker.events else None
    if isinstance(last, ActionExecuted) and last.action_name in _SERVED:
        return SORRY
    return "action_listen" if tracker.latest_action_name == SORRY else None
