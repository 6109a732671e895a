package dev.docket.command.knowledge;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Decision;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleId;

/** A wish that makes an article. */
public sealed interface ArticleOpening permits DraftArticle, DraftFromTicket, TranslateArticle {

    ArticleId article();

    /** Pure: the same command and actor lead to the same decision. */
    Decision<ArticleEvent> decide(Actor actor);
}
