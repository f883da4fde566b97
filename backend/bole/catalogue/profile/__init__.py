"""A city in a folder: read it, write it, load it into a database, tell it from a database, compare two."""

from bole.catalogue.profile.compare import Change, changes
from bole.catalogue.profile.files import read_profile, write_profile
from bole.catalogue.profile.load import Loaded, PublishedDiffers, load_profile
from bole.catalogue.profile.tell import profile_of
from bole.catalogue.profile.told import Profile, ProfileWrong

__all__ = [
    "Change",
    "Loaded",
    "Profile",
    "ProfileWrong",
    "PublishedDiffers",
    "changes",
    "load_profile",
    "profile_of",
    "read_profile",
    "write_profile",
]
