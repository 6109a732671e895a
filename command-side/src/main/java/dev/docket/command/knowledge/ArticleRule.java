package dev.docket.command.knowledge;

import dev.docket.command.decision.Rule;

/** The rules that can refuse a command to an article. */
public final class ArticleRule {

    /** There is no such article in the caller's organisation, or the caller may not see it. */
    public static final Rule ARTICLE_NOT_FOUND = Rule.notFound("article-not-found");

    /** An archived article changes only by being taken out of the archive. */
    public static final Rule ARTICLE_IS_ARCHIVED = Rule.conflict("article-is-archived");

    /** Only what readers see can be confirmed or featured. */
    public static final Rule ARTICLE_IS_NOT_PUBLISHED = Rule.conflict("article-is-not-published");

    /** What readers see already needs no review and no date. */
    public static final Rule REVISION_IS_PUBLISHED = Rule.conflict("revision-is-published");

    /** A publication has a title, a summary or a body, and a category. */
    public static final Rule ARTICLE_IS_INCOMPLETE = Rule.conflict("article-is-incomplete");

    /** The organisation demands that somebody else approves a revision before it is published. */
    public static final Rule REVIEW_IS_DEMANDED = Rule.conflict("review-is-demanded");

    /** Where a review is demanded, nobody approves what they wrote. */
    public static final Rule OWN_REVISION = Rule.forbidden("own-revision");

    public static final Rule REVIEW_IS_NOT_REQUESTED = Rule.conflict("review-is-not-requested");

    /** A date of publication is in the future, at most five years away. */
    public static final Rule DATE_DOES_NOT_FIT = Rule.invalid("date-does-not-fit");

    public static final Rule REVISION_NOT_FOUND = Rule.notFound("revision-not-found");
    public static final Rule TOO_MANY_REVISIONS = Rule.conflict("too-many-revisions");

    /** An article is put into a category that exists. */
    public static final Rule CATEGORY_DOES_NOT_EXIST = Rule.invalid("category-does-not-exist");

    /** A translation is one into its language for good. */
    public static final Rule LANGUAGE_IS_FIXED = Rule.conflict("language-is-fixed");

    /** An article is translated into each other language once. */
    public static final Rule TRANSLATION_EXISTS = Rule.conflict("translation-exists");

    /** Only an original is translated, not another translation. */
    public static final Rule ARTICLE_IS_A_TRANSLATION = Rule.conflict("article-is-a-translation");

    public static final Rule TICKET_DOES_NOT_EXIST = Rule.invalid("ticket-does-not-exist");

    /** A solution is what a resolved or closed ticket has. */
    public static final Rule TICKET_IS_NOT_SOLVED = Rule.conflict("ticket-is-not-solved");

    public static final Rule LINK_NOT_FOUND = Rule.notFound("link-not-found");
    public static final Rule TOO_MANY_LINKS = Rule.conflict("too-many-links");

    public static final Rule FILE_NOT_FOUND = Rule.notFound("file-not-found");
    public static final Rule TOO_MANY_FILES = Rule.invalid("too-many-files");

    /** Of all files of an article together. */
    public static final Rule TOO_MANY_BYTES = Rule.invalid("too-many-bytes");

    private ArticleRule() {}
}
