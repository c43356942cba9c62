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
        wanted = _wanted(tracker, domain)
        if wanted is None:
            return self._prediction(probabilities)
        probabilities[domain.index_for_action(wanted)] = 1.0
        # It follows from the last action, not from the message: only so does it outweigh the rule to go on listening.
        return self._prediction(probabilities, is_no_user_prediction=True)


def _wanted(tracker: DialogueStateTracker, domain: Domain) -> str | None:
    if tracker.get_latest_input_channel() is None:
        return None  # a story under test: actions are not executed there
    last = tracker.events[-1] if tracker.events else None
    if isinstance(last, ActionExecuted) and _is_served(last.action_name or "", domain):
        return SORRY
    return "action_listen" if tracker.latest_action_name == SORRY else None


def _is_served(action: str, domain: Domain) -> bool:
    """Tell if the action server takes part in the action: a form, or an action of ours that is no mere response."""
    ours = action in domain.user_actions and not action.startswith("utter_")
    return ours or action in domain.form_names
