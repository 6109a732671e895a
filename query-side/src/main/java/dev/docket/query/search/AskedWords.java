package dev.docket.query.search;

import dev.docket.text.Spelling;
import dev.docket.text.Word;
import dev.docket.text.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a query that stand for themselves, as most people type them: some may be missing in
 * what is found, they have synonyms, may be misspelt, and perhaps are a ticket's number.
 *
 * @param text all of them as they were typed
 * @param units each once, in their order, without words that say nothing
 * @param number of a ticket, if one was named
 */
record AskedWords(String text, List<Unit> units, OptionalLong number) {

    private static final PhraseStems PHRASES = new PhraseStems(AskedWords::stems);
    private static final Pattern NUMBER =
            Pattern.compile(
                    "\\s*([1-9][0-9]{0,17})\\s*|.*\\bDK-([1-9][0-9]{0,17})\\b.*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    static AskedWords of(String text, List<Synonyms.Alike> synonyms) {
        List<Unit> units = Unit.of(stems(text), Words::isCommon, Unit.stems(synonyms, PHRASES));
        return new AskedWords(text.strip(), units, number(text));
    }

    private static List<String> stems(String text) {
        return Words.of(text).stream().map(Word::stem).toList();
    }

    private static OptionalLong number(String text) {
        Matcher form = NUMBER.matcher(text);
        if (!form.matches()) {
            return OptionalLong.empty();
        }
        String digits = form.group(1) == null ? form.group(2) : form.group(1);
        return OptionalLong.of(Long.parseLong(digits));
    }

    /** What was typed, each stem once and in its order. */
    List<String> stems() {
        return units.stream().flatMap(unit -> unit.typed().stream()).distinct().toList();
    }

    /** Stems that may be misspelt; one with synonyms is known to the organisation. */
    List<String> doubtful() {
        return units.stream()
                .filter(unit -> !unit.hasSynonyms())
                .flatMap(unit -> unit.typed().stream())
                .filter(stem -> Spelling.mistakes(stem) > 0)
                .toList();
    }

    /** Every stem that is looked for. */
    Set<String> allStems() {
        Set<String> stems = new LinkedHashSet<>();
        units.forEach(unit -> unit.ways().forEach(stems::addAll));
        return stems;
    }

    boolean isEmpty() {
        return units.isEmpty() && number.isEmpty();
    }
}
