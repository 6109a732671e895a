package dev.docket.query.similar;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of the tickets that say what a text says are rather meant. Words that many use for many
 * things lead astray; but the best candidates together tell what the text is about. Each speaks for
 * its category, as much as it is like the text, and a category for which many speak draws its
 * tickets forward.
 */
final class Preference {

    /** A category for which all candidates speak makes its tickets count three times. */
    private static final double CATEGORY = 2;

    /** Hardly more than what decides between equals: one that was solved helps more. */
    private static final double SOLVED = 0.05;

    private static final Set<String> SOLVED_STATES = Set.of("RESOLVED", "CLOSED");

    private Preference() {}

    /**
     * @param score how well its words fit
     */
    record Candidate(UUID id, double score, @Nullable String category, String status) {}

    static List<Candidate> order(List<Candidate> candidates) {
        Map<String, Double> votes = new HashMap<>();
        double all = 0;
        for (Candidate candidate : candidates) {
            double vote = candidate.score() * candidate.score();
            all += vote;
            if (candidate.category() != null) {
                votes.merge(candidate.category(), vote, Double::sum);
            }
        }
        Map<UUID, Double> counts = new HashMap<>();
        for (Candidate candidate : candidates) {
            String category = candidate.category();
            double share = category == null ? 0 : votes.getOrDefault(category, 0.0) / all;
            double solved = SOLVED_STATES.contains(candidate.status()) ? SOLVED : 0;
            counts.put(candidate.id(), candidate.score() * (1 + CATEGORY * share) * (1 + solved));
        }
        return candidates.stream()
                .sorted(
                        Comparator.comparingDouble(
                                        (Candidate one) -> counts.getOrDefault(one.id(), 0.0))
                                .reversed())
                .toList();
    }
}
