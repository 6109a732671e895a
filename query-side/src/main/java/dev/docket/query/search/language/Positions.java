package dev.docket.query.search.language;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * Where in the text something stands: ANTLR counts characters, browsers count UTF-16 code units.
 */
record Positions(String text) {

    Span of(ParserRuleContext node) {
        return between(node.getStart(), node.getStop());
    }

    Span of(Token token) {
        return between(token, token);
    }

    /** The end of the text is a place without characters. */
    Span between(Token first, Token last) {
        int from = unit(first.getStartIndex());
        return new Span(from, Math.max(from, unit(last.getStopIndex() + 1)));
    }

    private int unit(int character) {
        return text.offsetByCodePoints(0, character);
    }
}
