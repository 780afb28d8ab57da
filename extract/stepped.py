"""The model's parser and entity recognizer, led from step to step with the interpreter's lock held.

spaCy's own loop gives the lock up, and its compiled parts (3.8, built by Cython 3) take it and give it back many times
for each token and each of some 70 classes: more than half of the recognizer's time. `Stepped` takes the same steps with
the component's own methods, all documents of a batch together, and never lets go of it; states, scores and moves are
the same, and so are the annotations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.language import Language
from spacy.pipeline import DependencyParser, EntityRecognizer
from spacy.tokens import Doc
from spacy.util import minibatch

NAMES = ("parser", "ner")


class Stepped:
    """A component in the place of a transition-based one, built on it."""

    def __init__(self, component: Any) -> None:
        self.component = component
        self.name, self.model = component.name, component.model
        """What a `tok2vec` before it asks of those who listen to it."""

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 16) -> Iterator[Doc]:
        for batch in minibatch(docs, batch_size):
            together = list(batch)
            self.component.set_annotations(together, self._states(together))
            yield from together

    def _states(self, docs: list[Doc]) -> list[Any]:
        """How the component stands at the end of each document."""
        states: list[Any] = self.component.moves.init_batch(docs)
        if any(len(doc) for doc in docs):
            scored = self.model.predict(docs)
            left = [state for state in states if not state.is_final()]
            while left:
                left = self.component.transition_states(left, scored.predict(left))
            scored.clear_memory()
        return states


def replace(nlp: Language) -> None:
    """Puts `Stepped` in the place of the model's own components, where they decide step by step."""
    for name in NAMES:
        if name not in nlp.pipe_names:
            continue
        component = nlp.get_pipe(name)
        if not isinstance(component, DependencyParser | EntityRecognizer) or component.cfg["beam_width"] != 1:
            continue
        at = nlp.pipe_names.index(name)
        nlp.remove_pipe(name)
        Language.component(f"stepped_{name}", func=Stepped(component))
        before = {"before": nlp.pipe_names[at]} if at < len(nlp.pipe_names) else {"last": True}
        nlp.add_pipe(f"stepped_{name}", name=name, **before)
