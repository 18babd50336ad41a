"""What can go wrong for a person; each message is one line of Chinese that says what to do."""


class DocproofError(Exception):
    """The root of all errors that are shown as one line and never as a traceback."""


class ReadError(DocproofError):
    """A file that cannot be read as a draft. The message does not repeat the path: the caller has it."""


class RuleError(DocproofError):
    """A rule, word list or profile with a mistake; the message names file, line and rule."""


class UsageError(DocproofError):
    """Options that cannot be met, such as a rule id that no pack has."""


class SettingsError(DocproofError):
    """A settings file, a house's words or its list of ignores with a mistake; the message names file and line."""
