"""The shape of the roster's own entries: what a talent is asked to consent to."""

from pydantic import Field

from bole.catalogue.shapes import Shape, shape


@shape("consent_purpose")
class ConsentPurpose(Shape):
    """授权事项"""

    what: str = Field(min_length=1, max_length=300, description="涉及哪些资料")
    to_whom: str = Field(min_length=1, max_length=300, description="提供给谁")
    why: str = Field(min_length=1, max_length=300, description="用来做什么")
    ground: str = Field(min_length=1, max_length=300, description="依据（为何须经本人同意）")
    afterwards: str = Field(min_length=1, max_length=300, description="撤回之后如何处理")
