package dev.docket.query.search.language;

import dev.docket.query.search.language.grammar.SearchLanguageLexer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Says in plain words what is wrong at the first token that does not fit: that token and the one
 * before it tell which of the few mistakes it is that the grammar leaves.
 */
final class Complaints extends BaseErrorListener {

    private final CommonTokenStream tokens;
    private final Positions positions;

    Complaints(CommonTokenStream tokens, Positions positions) {
        this.tokens = tokens;
        this.positions = positions;
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer,
            Object offending,
            int line,
            int column,
            String message,
            @Nullable RecognitionException cause) {
        throw refusal((Token) offending).asException();
    }

    private Refusal refusal(Token wrong) {
        Token before = before(wrong);
        int typeBefore = before == null ? Token.EOF : before.getType();
        if (wrong.getType() == SearchLanguageLexer.UNCLOSED) {
            return Refusal.of("unclosed-quote", "The quote is never closed", positions.of(wrong));
        }
        if (isOperator(wrong.getType())) {
            return nothing("before", wrong);
        }
        if (before != null && isOperator(typeBefore)) {
            return atOperator(before, wrong);
        }
        if (before != null
                && typeBefore == SearchLanguageLexer.OPEN
                && wrong.getType() == SearchLanguageLexer.CLOSE) {
            return Refusal.of(
                    "empty-group",
                    "The parentheses hold nothing",
                    positions.between(before, wrong));
        }
        if (wrong.getType() == Token.EOF) {
            return Refusal.of(
                    "unclosed-group",
                    "The parenthesis is never closed",
                    positions.of(unclosed(wrong)));
        }
        return Refusal.of(
                "not-understood",
                "'%s' is not understood here".formatted(wrong.getText()),
                positions.of(wrong));
    }

    /** An operator before a space was no operator, but might have been the beginning of a word. */
    private Refusal atOperator(Token operator, Token wrong) {
        if (wrong.getType() == SearchLanguageLexer.WHITE) {
            return nothing("before", operator);
        }
        boolean isTooClose =
                wrong.getType() == SearchLanguageLexer.OPEN
                        || wrong.getType() == SearchLanguageLexer.QUOTED;
        return isTooClose && operator.getTokenIndex() == wrong.getTokenIndex() - 1
                ? Refusal.of(
                        "dangling-operator",
                        "A space belongs after '%s'".formatted(operator.getText()),
                        positions.of(operator))
                : nothing("after", operator);
    }

    private Refusal nothing(String side, Token operator) {
        return Refusal.of(
                "dangling-operator",
                "Nothing to look for stands %s '%s'. In quotes it is text"
                        .formatted(side, operator.getText()),
                positions.of(operator));
    }

    private static boolean isOperator(int type) {
        return type == SearchLanguageLexer.AND
                || type == SearchLanguageLexer.OR
                || type == SearchLanguageLexer.NOT;
    }

    private @Nullable Token before(Token token) {
        for (int index = token.getTokenIndex() - 1; index >= 0; index--) {
            if (tokens.get(index).getType() != SearchLanguageLexer.WHITE) {
                return tokens.get(index);
            }
        }
        return null;
    }

    /** The innermost parenthesis that is open at the end. */
    private Token unclosed(Token end) {
        Deque<Token> open = new ArrayDeque<>();
        for (Token token : tokens.getTokens()) {
            if (token.getType() == SearchLanguageLexer.OPEN) {
                open.push(token);
            } else if (token.getType() == SearchLanguageLexer.CLOSE) {
                open.poll();
            }
        }
        return open.isEmpty() ? end : open.element();
    }
}
