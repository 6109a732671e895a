package dev.docket.index;

/**
 * The ticket index.
 *
 * @param prefix of everything that belongs to this Docket
 */
public record TicketIndex(String prefix) {

    public IndexNames names() {
        return new IndexNames(prefix, "tickets");
    }

    /** The index beside it that holds vectors, if there are any. */
    public IndexNames vectors() {
        return new IndexNames(prefix, "ticket-vectors");
    }

    public String readAlias() {
        return names().readAlias();
    }

    /** The fields of a {@link TicketDocument}, as the index calls them. */
    public static final class Field {
        public static final String TENANT = "tenant";
        public static final String NUMBER = "number";
        public static final String NOTES = "notes";
        public static final String STATUS = "status";
        public static final String PRIORITY = "priority";
        public static final String TYPE = "type";
        public static final String CATEGORY = "category";
        public static final String CATEGORY_PATH = "categoryPath";
        public static final String TAGS = "tags";
        public static final String REQUESTER = "requester";
        public static final String TEAM = "team";
        public static final String AGENT = "agent";
        public static final String CHANNEL = "channel";
        public static final String OPENED_AT = "openedAt";
        public static final String UPDATED_AT = "updatedAt";
        public static final String SUBJECT_STEMS = "subjectStems";
        public static final String PUBLIC_STEMS = "publicStems";
        public static final String ALL_STEMS = "allStems";

        private Field() {}
    }
}
