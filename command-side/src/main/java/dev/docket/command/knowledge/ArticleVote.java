package dev.docket.command.knowledge;

import dev.docket.command.dispatch.Decided;
import dev.docket.command.dispatch.Outcome;
import dev.docket.command.dispatch.RecentCommands;
import dev.docket.command.dispatch.Wish;
import dev.docket.event.Facts;
import dev.docket.event.knowledge.ArticleVoteEvent;
import dev.docket.event.knowledge.ArticleVoteEvent.VoteCast;
import dev.docket.event.knowledge.ArticleVoteEvent.VoteWithdrawn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one person thinks of one article; {@link #NONE} of whoever has said nothing yet.
 *
 * @param helpful null while they say nothing
 */
record ArticleVote(
        long version,
        @Nullable Boolean helpful,
        @Nullable String comment,
        RecentCommands<Boolean> recent)
        implements Decided<Boolean> {

    static final ArticleVote NONE = new ArticleVote(-1, null, null, RecentCommands.none());

    /** Whether there is a vote. */
    @Override
    public Boolean answer() {
        return helpful != null;
    }

    @Override
    public Optional<Outcome<Boolean>> repeated(Wish wish) {
        return recent.answered(wish, version);
    }

    static ArticleVote evolve(
            ArticleVote before, ArticleVoteEvent event, Facts facts, long version) {
        return switch (event) {
            case VoteCast e ->
                    new ArticleVote(
                            version,
                            e.helpful(),
                            e.comment(),
                            before.recent.with(facts, version, true));
            case VoteWithdrawn _ ->
                    new ArticleVote(version, null, null, before.recent.with(facts, version, false));
        };
    }
}
