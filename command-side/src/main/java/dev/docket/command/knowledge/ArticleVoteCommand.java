package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.knowledge.ArticleVoteEvent;

/** What a reader may wish about their own vote. */
sealed interface ArticleVoteCommand permits CastVote, WithdrawVote {

    ArticleVoteId vote();

    Decision<ArticleVoteEvent> decide(ArticleVote vote, Actor actor);
}
