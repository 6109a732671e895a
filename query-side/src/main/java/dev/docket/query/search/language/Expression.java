package dev.docket.query.search.language;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a query says. There is one tree for what means the same: no part of an {@link All} is one
 * itself, nor has it only one part, and so for {@link Any}; a text that says nothing is an {@link
 * All} without parts. What is excluded excludes nothing itself, but for what is in its groups.
 */
public sealed interface Expression {

    /** What is looked for in what a ticket says. */
    sealed interface Text extends Expression {
        String text();

        Span at();
    }

    /** A run of characters without white space: mostly one word. */
    record Word(String text, Span at) implements Text {}

    /**
     * Words that begin alike.
     *
     * @param text how they begin
     */
    record Beginning(String text, Span at) implements Text {}

    /** Words side by side. */
    record Phrase(String text, Span at) implements Text {}

    /**
     * A property and what it should be.
     *
     * @param name as it was typed: there may be no such field
     * @param values at least one; any of them will do
     */
    record Field(String name, Span nameAt, Comparison comparison, List<Value> values, Span at)
            implements Expression {}

    /**
     * @param text without its quotes
     */
    record Value(String text, boolean isQuoted, Span at) {}

    record Not(Expression excluded) implements Expression {}

    record All(List<Expression> parts) implements Expression {}

    record Any(List<Expression> ways) implements Expression {}

    static Expression all(List<Expression> parts) {
        List<Expression> flat = new ArrayList<>();
        parts.forEach(part -> flat.addAll(part.parts()));
        return flat.size() == 1 ? flat.getFirst() : new All(List.copyOf(flat));
    }

    static Expression any(List<Expression> ways) {
        List<Expression> flat = new ArrayList<>();
        for (Expression way : ways) {
            flat.addAll(way instanceof Any any ? any.ways() : List.of(way));
        }
        return flat.size() == 1 ? flat.getFirst() : new Any(List.copyOf(flat));
    }

    /** What must all be true. */
    default List<Expression> parts() {
        return this instanceof All all ? all.parts() : List.of(this);
    }

    /** What is not made of other expressions, in the order of the text. */
    default Stream<Expression> leaves() {
        return switch (this) {
            case All all -> all.parts().stream().flatMap(Expression::leaves);
            case Any any -> any.ways().stream().flatMap(Expression::leaves);
            case Not not -> not.excluded().leaves();
            case Text text -> Stream.of(text);
            case Field field -> Stream.of(field);
        };
    }
}
