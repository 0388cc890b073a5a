"""The view of an article as one HTML page that needs no network."""

from jinja2 import Environment, PackageLoader, StrictUndefined

from flows.inspect.palette import DATE_COLOR, KIND_COLORS, MENTION_COLOR, REPAIR_COLOR, color_of
from flows.inspect.view import View


def render_page(view: View) -> str:
    """The page, with its styles inside."""
    environment = Environment(
        loader=PackageLoader("flows"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(color_of=color_of, repair=REPAIR_COLOR, mention=MENTION_COLOR, date=DATE_COLOR)
    shown = {edit.kind for edit in view.edits}
    legend = [(kind, color) for kind, color in KIND_COLORS.items() if kind in shown]
    return environment.get_template("inspect.html.j2").render(view=view, legend=legend)
