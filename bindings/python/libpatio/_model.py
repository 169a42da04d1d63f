"""Every class and enum of the model, made from the descriptions of the library. Their types are in ``_model.pyi``."""

from ._described import make_classes

_classes = make_classes()
globals().update(_classes)
__all__ = sorted(_classes)
