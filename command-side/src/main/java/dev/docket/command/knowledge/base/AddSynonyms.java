package dev.docket.command.knowledge.base;

import dev.docket.command.decision.Decision;
import dev.docket.command.decision.Refusal;
import dev.docket.command.decision.TextRule;
import dev.docket.event.knowledge.KnowledgeBaseEvent;
import dev.docket.event.knowledge.KnowledgeBaseEvent.SynonymsAdded;
import dev.docket.event.knowledge.SynonymsId;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Makes search take words for one another. Upper case and needless space make no difference.
 *
 * @param words each of one or more words
 */
public record AddSynonyms(
        @TargetAggregateIdentifier KnowledgeBaseId knowledgeBase,
        SynonymsId synonyms,
        SortedSet<String> words)
        implements KnowledgeBaseCommand {

    static final int MOST_SETS = 2_000;
    static final int FEWEST_WORDS = 2;
    static final int MOST_WORDS = 50;
    static final int LONGEST_WORD = 100;

    @Override
    public Decision<KnowledgeBaseEvent> decide(KnowledgeBase base) {
        boolean known = base.synonyms().stream().anyMatch(set -> set.id().equals(synonyms));
        if (known) {
            return Decision.nothing();
        }
        SortedSet<String> tidied =
                words.stream()
                        .map(AddSynonyms::tidied)
                        .collect(Collectors.toCollection(TreeSet::new));
        return Decision.unless(wordsMustFit(tidied), () -> added(base, tidied));
    }

    private static String tidied(String word) {
        return word.strip().replaceAll(" +", " ").toLowerCase(Locale.ROOT);
    }

    private static Optional<Refusal> wordsMustFit(SortedSet<String> words) {
        if (words.size() < FEWEST_WORDS || words.size() > MOST_WORDS) {
            return Optional.of(
                    new Refusal(
                            KnowledgeBaseRule.SYNONYMS_DO_NOT_FIT,
                            "words",
                            "From %d to %d different words mean the same, not %d"
                                    .formatted(FEWEST_WORDS, MOST_WORDS, words.size())));
        }
        return words.stream()
                .map(word ->
                        TextRule.present("words", word)
                                .or(() -> TextRule.line("words", word, LONGEST_WORD)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Decision<KnowledgeBaseEvent> added(KnowledgeBase base, SortedSet<String> tidied) {
        if (base.synonyms().stream().anyMatch(set -> set.words().equals(tidied))) {
            return Decision.refused(
                    KnowledgeBaseRule.SYNONYMS_EXIST, "words", "These words are synonyms already");
        }
        return base.synonyms().size() < MOST_SETS
                ? Decision.happened(new SynonymsAdded(synonyms, tidied))
                : Decision.refused(
                        KnowledgeBaseRule.TOO_MANY_SYNONYMS,
                        "There are at most %d sets of synonyms".formatted(MOST_SETS));
    }
}
