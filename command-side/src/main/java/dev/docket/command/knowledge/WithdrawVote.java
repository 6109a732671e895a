package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.knowledge.ArticleVoteEvent;
import dev.docket.event.knowledge.ArticleVoteEvent.VoteWithdrawn;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Takes back what the same person said, even when the article is not shown any more. */
record WithdrawVote(@TargetAggregateIdentifier ArticleVoteId vote, ArticleId article)
        implements ArticleVoteCommand {

    @Override
    public Decision<ArticleVoteEvent> decide(ArticleVote vote, Actor actor) {
        Boolean before = vote.helpful();
        return before == null
                ? Decision.nothing()
                : Decision.happened(new VoteWithdrawn(article, actor.person(), before));
    }
}
