"""Agencies, officials, places and laws as records of their own, joined and parted with the reason kept."""

from db.identities.records import Identities, Join, Ruling

__all__ = ["Identities", "Join", "Ruling"]
