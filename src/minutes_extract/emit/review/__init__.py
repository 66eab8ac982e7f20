"""The review page: one self-contained web page on which a person checks a record against its text.

`page` makes the page of one document, `brief` what the index of a folder needs to know of it, `index` that index.
Pages need no network and run no code but their own: text and record are hostile, so all of it is escaped, and a content
security policy names the page's own style and script by their digests.
"""

from minutes_extract.emit.review.brief import Brief, brief
from minutes_extract.emit.review.page import page
from minutes_extract.emit.review.site import Failed, index

__all__ = ["Brief", "Failed", "brief", "index", "page"]
