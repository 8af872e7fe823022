/** The one root of every live document: the fragment that the editor shows. The gate refuses any other. */
export const ROOT = "content";

/** Grows when the editor learns a kind of node that an older page would not know how to keep. */
export const SCHEMA_VERSION = 1;

/** The mark that ties a passage of the text to a thread in the margin. */
export const COMMENT_MARK = "comment";
