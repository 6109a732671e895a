package dev.docket.command.knowledge.counts;

import dev.docket.command.decision.Rule;

/** The rules for what is told of a search. */
public final class SearchRule {

    /** A number of things found, from 0 on; what was opened had been found. */
    public static final Rule NUMBER_DOES_NOT_FIT = Rule.invalid("number-does-not-fit");

    private SearchRule() {}
}
