package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.knowledge.ArticleVoteEvent;
import dev.docket.event.knowledge.ArticleVoteEvent.VoteCast;
import java.util.Objects;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Says whether an article helped, in place of what the same person said before.
 *
 * @param readable whether the voter may read the article
 */
record CastVote(
        @TargetAggregateIdentifier ArticleVoteId vote,
        ArticleId article,
        boolean helpful,
        @Nullable String comment,
        boolean readable)
        implements ArticleVoteCommand {

    @Override
    public Decision<ArticleVoteEvent> decide(ArticleVote vote, Actor actor) {
        if (!readable) {
            return Decision.refused(ArticleRule.ARTICLE_NOT_FOUND, "There is no such article");
        }
        return Decision.unless(
                ArticleText.comment(comment),
                () ->
                        isSaid(vote)
                                ? Decision.nothing()
                                : Decision.happened(
                                        new VoteCast(
                                                article,
                                                actor.person(),
                                                vote.helpful(),
                                                helpful,
                                                comment)));
    }

    private boolean isSaid(ArticleVote vote) {
        return Objects.equals(vote.helpful(), helpful) && Objects.equals(vote.comment(), comment);
    }
}
