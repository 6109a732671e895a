package dev.docket.command.attachment;

import dev.docket.command.decision.Rule;

/** The rules that can refuse a file. */
public final class AttachmentRule {

    /** There is no such file, or somebody else uploaded it. */
    public static final Rule ATTACHMENT_NOT_FOUND = Rule.invalid("attachment-not-found");

    /** A file belongs to one place; who needs it elsewhere uploads it again. */
    public static final Rule ATTACHMENT_IS_TAKEN = Rule.conflict("attachment-is-taken");

    /** A file that nothing brought along in time is erased. */
    public static final Rule ATTACHMENT_IS_ERASED = Rule.conflict("attachment-is-erased");

    public static final Rule FILE_IS_EMPTY = Rule.invalid("file-is-empty");

    private AttachmentRule() {}
}
