package dev.docket.index;

/**
 * The names of the ticket index: queries read through one alias, the projection writes through
 * another, and the index itself has a name of its own each time it is built.
 *
 * @param prefix of everything that belongs to this Docket
 */
public record TicketIndex(String prefix) {

    public String readAlias() {
        return prefix + "-tickets-read";
    }

    public String writeAlias() {
        return prefix + "-tickets-write";
    }

    /** Names the index that is being built, until it takes the place of the serving one. */
    public String nextAlias() {
        return prefix + "-tickets-next";
    }

    /** The fields of a {@link TicketDocument}, as the index calls them. */
    public static final class Field {
        public static final String TENANT = "tenant";
        public static final String NUMBER = "number";
        public static final String NOTES = "notes";
        public static final String STATUS = "status";
        public static final String PRIORITY = "priority";
        public static final String CATEGORY = "category";
        public static final String CATEGORY_PATH = "categoryPath";
        public static final String TAGS = "tags";
        public static final String REQUESTER = "requester";
        public static final String TEAM = "team";
        public static final String AGENT = "agent";
        public static final String SUBJECT_STEMS = "subjectStems";
        public static final String PUBLIC_STEMS = "publicStems";
        public static final String ALL_STEMS = "allStems";

        private Field() {}
    }
}
