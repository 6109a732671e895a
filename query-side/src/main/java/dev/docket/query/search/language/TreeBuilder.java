package dev.docket.query.search.language;

import dev.docket.query.search.language.Expression.Beginning;
import dev.docket.query.search.language.Expression.Field;
import dev.docket.query.search.language.Expression.Not;
import dev.docket.query.search.language.Expression.Phrase;
import dev.docket.query.search.language.Expression.Text;
import dev.docket.query.search.language.Expression.Value;
import dev.docket.query.search.language.Expression.Word;
import dev.docket.query.search.language.grammar.SearchLanguageParser.AllContext;
import dev.docket.query.search.language.grammar.SearchLanguageParser.BlockContext;
import dev.docket.query.search.language.grammar.SearchLanguageParser.ChunkContext;
import dev.docket.query.search.language.grammar.SearchLanguageParser.ClauseContext;
import dev.docket.query.search.language.grammar.SearchLanguageParser.EitherContext;
import dev.docket.query.search.language.grammar.SearchLanguageParser.FieldContext;
import dev.docket.query.search.language.grammar.SearchLanguageParser.GroupContext;
import dev.docket.query.search.language.grammar.SearchLanguageParser.JoinedContext;
import dev.docket.query.search.language.grammar.SearchLanguageParser.PhraseContext;
import dev.docket.query.search.language.grammar.SearchLanguageParser.QueryContext;
import dev.docket.query.search.language.grammar.SearchLanguageParser.RestContext;
import dev.docket.query.search.language.grammar.SearchLanguageParser.ValueContext;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/** Makes the tree that means something of the one that the grammar gives. */
final class TreeBuilder {

    /** Nobody writes groups within groups within groups; each costs a level of the query. */
    private static final int DEEPEST = 5;

    /** Of fewer letters, a good part of all words begin so. */
    private static final int FEWEST_LETTERS = 3;

    private final String text;
    private final Positions positions;
    private int depth;

    TreeBuilder(String text, Positions positions) {
        this.text = text;
        this.positions = positions;
    }

    Expression query(QueryContext query) {
        return Expression.all(query.either().stream().map(this::either).toList());
    }

    private Expression either(EitherContext either) {
        return Expression.any(either.all().stream().map(this::all).toList());
    }

    private Expression all(AllContext all) {
        return Expression.all(all.chunk().stream().flatMap(this::chunk).toList());
    }

    private Stream<Expression> chunk(ChunkContext chunk) {
        return Stream.concat(clause(chunk.clause()), chunk.joined().stream().flatMap(this::joined));
    }

    private Stream<Expression> clause(ClauseContext clause) {
        if (clause.signs() != null) {
            return Stream.of(word(clause.signs()));
        }
        Expression said = said(clause);
        return Stream.concat(
                Stream.of(clause.not() == null ? said : new Not(said)), rest(clause.rest()));
    }

    private Expression said(ClauseContext clause) {
        if (clause.field() != null) {
            return field(clause.field());
        }
        return clause.word() == null ? block(clause.block()) : word(clause.word());
    }

    private Stream<Expression> joined(JoinedContext joined) {
        return Stream.concat(
                Stream.ofNullable(joined.block()).map(this::block), rest(joined.rest()));
    }

    private Stream<Expression> rest(@Nullable RestContext rest) {
        return Stream.ofNullable(rest).map(this::word);
    }

    private Expression block(BlockContext block) {
        return switch (block) {
            case GroupContext group -> group(group);
            case PhraseContext phrase ->
                    new Phrase(SearchLanguage.unquoted(phrase.getText()), positions.of(phrase));
            default -> throw new IllegalStateException("No such block: " + block.getText());
        };
    }

    private Field field(FieldContext field) {
        return new Field(
                field.NAME().getText(),
                positions.of(field.NAME().getSymbol()),
                Comparison.of(field.comparison().getText()),
                field.value().stream().map(this::value).toList(),
                positions.of(field));
    }

    private Expression group(GroupContext group) {
        if (depth == DEEPEST) {
            throw Refusal.of(
                            "too-deep",
                            "Groups stand in one another at most %d deep".formatted(DEEPEST),
                            positions.of(group.OPEN().getSymbol()))
                    .asException();
        }
        depth++;
        Expression inside = either(group.either());
        depth--;
        return inside;
    }

    private Value value(ValueContext value) {
        String written = value.getText();
        boolean isQuoted = value.QUOTED() != null;
        return new Value(
                isQuoted ? SearchLanguage.unquoted(written) : written,
                isQuoted,
                positions.of(value));
    }

    private Text word(ParserRuleContext word) {
        Span at = positions.of(word);
        return word(text.substring(at.from(), at.to()), at);
    }

    /**
     * A word, or the beginning of words.
     *
     * @throws RefusedQueryException if it has a wildcard that would hurt
     */
    static Text word(String word, Span at) {
        int wildcard = word.indexOf('*');
        if (wildcard < 0) {
            return new Word(word, at);
        }
        String beginning = word.substring(0, wildcard);
        if (wildcard < word.length() - 1 && wildcard > 0) {
            throw refused("'*' stands only at the end of a word", at);
        }
        if (beginning.codePoints().filter(Character::isLetterOrDigit).count() < FEWEST_LETTERS) {
            throw refused(
                    "'*' stands after at least %d letters: before fewer, or at the beginning of a"
                                    .formatted(FEWEST_LETTERS)
                            + " word, it would mean a good part of all words",
                    at);
        }
        return new Beginning(beginning, at);
    }

    private static RefusedQueryException refused(String rule, Span at) {
        return Refusal.of("wildcard", rule + ". In quotes it is text", at).asException();
    }
}
