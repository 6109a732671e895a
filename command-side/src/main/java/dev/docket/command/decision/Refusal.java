package dev.docket.command.decision;

import org.jspecify.annotations.Nullable;

/**
 * A command was refused.
 *
 * @param field the field at fault, where there is one
 * @param detail the rule in a sentence, with the value at fault
 */
public record Refusal(Rule rule, @Nullable String field, String detail) {}
