"""Loading entity models: the shipped one, or any installed spaCy pipeline with its labels mapped to ours."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import transforms.entities.features  # noqa: F401 -- registers the architecture of the shipped model

if TYPE_CHECKING:
    from spacy.language import Language

SHIPPED = Path(__file__).with_name("model")
"""Folder of the model that comes with the package."""

SHIPPED_NAME = "copydesk_ner_small"

_ENTITY_COMPONENTS = ("ner", "beam_ner", "entity_ruler", "future_entity_ruler", "span_ruler")
_LANGUAGES = ("en", "xx")
"""Languages of pipelines that read English: English, and spaCy's code for many at once."""

_FEEDERS = ("tok2vec", "transformer", "curated_transformer")


class ModelError(Exception):
    """A model cannot be used; the message is one line for the user."""


class ModelNotFoundError(ModelError):
    """No such model is installed or stored; the message says what to install."""


class GpuUnavailableError(ModelError):
    """A GPU was asked for and spaCy finds none."""


def load_model(name_or_path: str | None = None, *, gpu: bool = False) -> Language:
    """Load a pipeline that finds entities, and nothing else.

    Components that entities do not need (tagger, parser, lemmatizer ...) are not loaded. The labels of the
    pipeline are in its own scheme: ``transforms.entities.labels`` says how they become ours.

    Args:
        name_or_path: an installed spaCy pipeline, a folder that ``Language.to_disk`` wrote, or None for the
            shipped model.
        gpu: whether to run on a GPU; there is no silent fallback to the processor.

    Raises:
        ModelNotFoundError: nothing of that name is installed or stored.
        ModelError: the pipeline cannot be read by the installed spaCy, finds no entities, or is for another
            language than English.
        GpuUnavailableError: no GPU, or no CuPy to reach it.

    >>> [(ent.text, ent.label_) for ent in load_model()("Angela Merkel flew to Paris.").ents]
    [('Angela Merkel', 'PERSON'), ('Paris', 'GPE')]
    """
    if gpu:
        _require_gpu()
    place = str(SHIPPED) if name_or_path is None else name_or_path
    components = _components(place)
    keep = _needed(components, place)
    nlp = _load(place, [name for name in components if name not in keep])
    if not gpu:
        use_numpy_blas(nlp)
    if name_or_path is None:
        nlp.meta["name"] = SHIPPED_NAME
    return nlp


def use_numpy_blas(nlp: Language) -> None:
    """Let the pipeline multiply matrices with NumPy's BLAS in place of spaCy's own.

    BLIS, which spaCy brings, ran at a quarter of the speed of NumPy's OpenBLAS where we measured. NumPy's
    uses all cores unless OPENBLAS_NUM_THREADS says otherwise: set it to 1 where processes share a machine.
    """
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if model is not None else ():
            node.ops = ops


def pipeline_labels(nlp: Language) -> tuple[str, ...]:
    """Return the entity labels a loaded pipeline can give, in its own scheme."""
    found = {
        label for name in nlp.pipe_names if _finds_entities(nlp, name) for label in nlp.pipe_labels[name]
    }
    return tuple(sorted(found))


def _finds_entities(nlp: Language, name: str) -> bool:
    return nlp.get_pipe_meta(name).factory in _ENTITY_COMPONENTS


def _components(place: str) -> dict[str, str]:
    """Return the components of an English pipeline with their factories, without loading it."""
    from spacy.util import get_package_path, is_package

    path = get_package_path(place) if is_package(place) else Path(place)
    config_path = _config_path(path)
    if config_path is None:
        raise ModelNotFoundError(_what_to_install(place))
    nlp, components = _read_config(config_path, place)
    if nlp["lang"] not in _LANGUAGES:
        raise ModelError(
            f"Model {place!r} is for the language {nlp['lang']!r}: Copydesk reads English and takes pipelines"
            f" for {' or '.join(_LANGUAGES)}."
        )
    return {name: components.get(name, {}).get("factory", "") for name in nlp["pipeline"]}


def _read_config(path: Path, place: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the sections `nlp` and `components` of a pipeline's config."""
    from spacy.util import load_config

    try:
        config = load_config(path, interpolate=False)
        nlp, components = config["nlp"], config.get("components", {})
        return {"lang": nlp["lang"], "pipeline": nlp["pipeline"]}, components
    except (KeyError, OSError, ValueError) as error:
        reason = str(error).strip().splitlines()[0]
        raise ModelError(f"Model {place!r} has a config.cfg that cannot be read: {reason}") from error


def _config_path(path: Path) -> Path | None:
    """Return the config of a model folder, or of the versioned folder inside an installed package."""
    if (path / "config.cfg").is_file():
        return path / "config.cfg"
    inner = sorted(path.glob("*/config.cfg")) if path.is_dir() else []
    return inner[0] if inner else None


def _what_to_install(place: str) -> str:
    if "/" in place or "\\" in place:
        return (
            f"Model folder {place!r} does not exist or holds no config.cfg: give a folder that spaCy wrote."
        )
    return (
        f"Model {place!r} is not installed. Install it with `python -m spacy download {place}`,"
        " or leave the model out to use the one that comes with Copydesk."
    )


def _needed(components: dict[str, str], place: str) -> set[str]:
    """Return the components that find entities, and the encoders they may listen to."""
    finders = {name for name, factory in components.items() if factory in _ENTITY_COMPONENTS}
    if not finders:
        raise ModelError(
            f"Model {place!r} has no component that finds entities (it has: {', '.join(components)})."
        )
    return finders | {name for name, factory in components.items() if factory in _FEEDERS}


def _load(place: str, exclude: list[str]) -> Language:
    import spacy
    from spacy.about import __version__ as version

    try:
        return spacy.load(place, exclude=exclude)
    except (OSError, ValueError, ImportError) as error:
        reason = str(error).strip().splitlines()[0]
        raise ModelError(f"Model {place!r} cannot be loaded by spaCy {version}: {reason}") from error


def _require_gpu() -> None:
    from thinc.api import require_gpu

    try:
        require_gpu()
    except ValueError as error:
        raise GpuUnavailableError(
            "No GPU that spaCy can use: install spacy[cuda12x] for your CUDA version, or run without --gpu."
        ) from error
