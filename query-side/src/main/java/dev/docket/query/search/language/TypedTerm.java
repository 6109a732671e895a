package dev.docket.query.search.language;

import dev.docket.query.search.language.Typing.Name;
import dev.docket.query.search.language.Typing.Other;
import dev.docket.query.search.language.Typing.Value;
import dev.docket.query.search.language.grammar.SearchLanguageLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** The tokens around a cursor: a text that is not finished has no tree. */
final class TypedTerm {

    private static final Set<Integer> ENDS =
            Set.of(
                    SearchLanguageLexer.WHITE,
                    SearchLanguageLexer.OPEN,
                    SearchLanguageLexer.CLOSE,
                    Token.EOF);

    private static final Set<Integer> COMPARISONS =
            Set.of(
                    SearchLanguageLexer.COLON,
                    SearchLanguageLexer.BEFORE,
                    SearchLanguageLexer.UNTIL,
                    SearchLanguageLexer.AFTER,
                    SearchLanguageLexer.SINCE);

    private TypedTerm() {}

    static Typing at(String text, int cursor) {
        Positions positions = new Positions(text);
        List<Token> term = term(text, cursor, positions);
        if (term.isEmpty()) {
            return new Name("", new Span(cursor, cursor));
        }
        Token first = term.getFirst();
        int from = positions.of(first).from();
        boolean isFirst = cursor <= positions.of(first).to();
        if (isFirst && isWord(first)) {
            return new Name(
                    text.substring(from, cursor), new Span(from, endOfName(term, positions)));
        }
        boolean isField =
                term.size() > 1
                        && first.getType() == SearchLanguageLexer.NAME
                        && COMPARISONS.contains(term.get(1).getType());
        return isField && cursor >= positions.of(term.get(1)).to()
                ? value(text, cursor, term, positions)
                : new Other(new Span(cursor, cursor));
    }

    private static boolean isWord(Token token) {
        return token.getType() == SearchLanguageLexer.NAME
                || token.getType() == SearchLanguageLexer.RUN;
    }

    /** With what compares it: a completed name brings its own. */
    private static int endOfName(List<Token> term, Positions positions) {
        boolean isCompared = term.size() > 1 && COMPARISONS.contains(term.get(1).getType());
        return positions.of(isCompared ? term.get(1) : term.getFirst()).to();
    }

    /** The tokens around the cursor with no space between, without the sign that excludes them. */
    private static List<Token> term(String text, int cursor, Positions positions) {
        List<Token> term = new ArrayList<>();
        for (Token token : SearchLanguage.lexer(text).getAllTokens()) {
            int from = positions.of(token).from();
            boolean isEnd = ENDS.contains(token.getType());
            if ((isEnd && from >= cursor) || (term.isEmpty() && from > cursor)) {
                return term;
            }
            if (isEnd) {
                term.clear();
            } else if (!(term.isEmpty() && token.getType() == SearchLanguageLexer.MINUS)) {
                term.add(token);
            }
        }
        return term;
    }

    private static Typing value(String text, int cursor, List<Token> term, Positions positions) {
        int from = positions.of(term.get(1)).to();
        int to = from;
        for (Token token : term.subList(2, term.size())) {
            Span at = positions.of(token);
            boolean isComma = token.getType() == SearchLanguageLexer.COMMA;
            if (isComma && at.from() >= cursor) {
                break;
            }
            if (isComma) {
                from = at.to();
            }
            to = at.to();
        }
        String letters = text.substring(from, cursor);
        Span at = new Span(from, Math.max(to, cursor));
        return new Value(term.getFirst().getText(), withoutQuotes(letters), at);
    }

    private static String withoutQuotes(String letters) {
        if (!letters.startsWith("\"")) {
            return letters;
        }
        boolean isClosed = letters.length() > 1 && letters.endsWith("\"");
        return SearchLanguage.unquoted(isClosed ? letters : letters + '"');
    }
}
