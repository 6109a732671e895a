package dev.docket.index;

/**
 * The article index.
 *
 * @param prefix of everything that belongs to this Docket
 */
public record ArticleIndex(String prefix) {

    public IndexNames names() {
        return new IndexNames(prefix, "articles");
    }

    /** The index beside it that holds vectors, if there are any. */
    public IndexNames vectors() {
        return new IndexNames(prefix, "article-vectors");
    }

    /** The fields of an {@link ArticleDocument}, as the index calls them. */
    public static final class Field {
        public static final String TENANT = "tenant";
        public static final String PUBLISHED = "published";
        public static final String LANGUAGE = "language";
        public static final String TITLE = "title";
        public static final String CATEGORY = "category";
        public static final String CATEGORY_PATH = "categoryPath";
        public static final String TAGS = "tags";
        public static final String AUDIENCE = "audience";
        public static final String ORGANISATIONS = "organisations";
        public static final String APPEAL = "appeal";
        public static final String PUBLISHED_AT = "publishedAt";
        public static final String TITLE_STEMS = "titleStems";
        public static final String SUMMARY_STEMS = "summaryStems";
        public static final String BODY_STEMS = "bodyStems";
        public static final String TITLE_WORDS = "titleWords";
        public static final String TITLE_PREFIXES = "titlePrefixes";
        public static final String PREFIXES = "prefixes";
        public static final String WORDS = "words";
        public static final String DRAFT_WORDS = "draftWords";

        private Field() {}
    }
}
