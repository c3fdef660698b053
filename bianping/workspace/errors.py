"""What can go wrong when a workspace is made."""

from bianping.errors import UserError


class WorkspaceError(UserError):
    """Something the user can mend; ``workspace.error.<key>`` says what."""
