package dev.docket.event.ticket;

/** What another ticket is to this one. */
public enum LinkKind {
    RELATES_TO,
    DUPLICATES,
    DUPLICATED_BY,
    CAUSES,
    CAUSED_BY,
    PARENT_OF,
    CHILD_OF;

    /** What this ticket is to the other one. */
    public LinkKind inverse() {
        return switch (this) {
            case RELATES_TO -> RELATES_TO;
            case DUPLICATES -> DUPLICATED_BY;
            case DUPLICATED_BY -> DUPLICATES;
            case CAUSES -> CAUSED_BY;
            case CAUSED_BY -> CAUSES;
            case PARENT_OF -> CHILD_OF;
            case CHILD_OF -> PARENT_OF;
        };
    }
}
