package dev.docket.command.knowledge.base;

import dev.docket.command.decision.Rule;

/** The rules that can refuse a command to a knowledge base. */
public final class KnowledgeBaseRule {

    /** There is no such category in the caller's organisation, or no longer. */
    public static final Rule CATEGORY_NOT_FOUND = Rule.notFound("category-not-found");

    /** A category that is named beside another thing does not exist. */
    public static final Rule PARENT_NOT_FOUND = Rule.invalid("parent-not-found");

    /** Categories below the same parent differ in their names, in each language. */
    public static final Rule CATEGORY_NAME_IS_TAKEN = Rule.conflict("category-name-is-taken");

    /** A category cannot be below itself. */
    public static final Rule CATEGORY_CYCLE = Rule.conflict("category-cycle");

    /** What is below a category has to be moved or removed first. */
    public static final Rule CATEGORY_HAS_OTHERS = Rule.conflict("category-has-others");

    /** Articles of a category that goes must not thereby find readers whom it kept out. */
    public static final Rule CATEGORY_LIMITS_READERS = Rule.conflict("category-limits-readers");

    public static final Rule CATEGORY_NAME_MISSING = Rule.invalid("category-name-missing");
    public static final Rule TOO_MANY_LANGUAGES = Rule.invalid("too-many-languages");
    public static final Rule TOO_MANY_CATEGORIES = Rule.conflict("too-many-categories");
    public static final Rule CATEGORY_TOO_DEEP = Rule.conflict("category-too-deep");

    /** A place is counted from 0 and no larger than the number of siblings. */
    public static final Rule PLACE_DOES_NOT_EXIST = Rule.invalid("place-does-not-exist");

    /** Organisations are named for what requesters may read, and only a bounded number. */
    public static final Rule ORGANISATIONS_DO_NOT_FIT = Rule.invalid("organisations-do-not-fit");

    public static final Rule STALENESS_OUT_OF_RANGE = Rule.invalid("staleness-out-of-range");
    public static final Rule SYNONYMS_NOT_FOUND = Rule.notFound("synonyms-not-found");

    /** The same words mean the same once. */
    public static final Rule SYNONYMS_EXIST = Rule.conflict("synonyms-exist");

    public static final Rule SYNONYMS_DO_NOT_FIT = Rule.invalid("synonyms-do-not-fit");
    public static final Rule TOO_MANY_SYNONYMS = Rule.conflict("too-many-synonyms");

    private KnowledgeBaseRule() {}
}
