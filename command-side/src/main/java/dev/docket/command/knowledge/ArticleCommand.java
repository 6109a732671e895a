package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleId;

/** A wish that concerns one article which exists; the routes say which roles may wish it. */
public sealed interface ArticleCommand
        permits ApproveArticle,
                ArchiveArticle,
                CancelPublication,
                ConfirmArticle,
                EditArticle,
                FeatureArticle,
                LinkArticle,
                PublishArticle,
                PublishDue,
                RequestChanges,
                RequestReview,
                SchedulePublication,
                UnarchiveArticle,
                UnfeatureArticle,
                UnlinkArticle,
                WithdrawArticle {

    ArticleId article();

    /** Pure: the same state and actor lead to the same decision. */
    Decision<ArticleEvent> decide(Article article, Actor actor);
}
