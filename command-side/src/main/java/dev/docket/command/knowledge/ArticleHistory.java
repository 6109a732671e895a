package dev.docket.command.knowledge;

import dev.docket.command.dispatch.Outcome;
import dev.docket.command.dispatch.Wish;
import dev.docket.event.DomainEvent;
import dev.docket.event.knowledge.ArticleContent;
import dev.docket.event.knowledge.ArticleEvent.ArticleDrafted;
import dev.docket.event.knowledge.ArticleEvent.ArticleEdited;
import dev.docket.event.knowledge.ArticleEvent.FilesAttached;
import dev.docket.event.knowledge.ArticleEvent.RevisionRestored;
import dev.docket.log.LogReader;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Handles what needs the content of earlier revisions, which is in the stream alone. */
final class ArticleHistory {

    private final Repository<ArticleAggregate> articles;
    private final LogReader log;

    ArticleHistory(Repository<ArticleAggregate> articles, LogReader log) {
        this.articles = articles;
        this.log = log;
    }

    @CommandHandler
    Outcome<ArticleAnswer> handle(RestoreRevision command, MetaData beside) {
        Wish wish = Wish.in(beside);
        Aggregate<ArticleAggregate> article = articles.load(command.article().toString());
        return article.invoke(self -> {
            Article before = self.state();
            return self.carryOut(
                    wish,
                    () ->
                            command.decide(
                                    before, wish.actor(), revision -> content(before, revision)));
        });
    }

    private ArticleContent content(Article article, int revision) {
        long version = article.revisions().get(revision - 1);
        DomainEvent event =
                log.readEvent(article.id().value(), version)
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "Revision %d is not in the log".formatted(revision)))
                        .event();
        return switch (event) {
            case ArticleDrafted e -> e.content();
            case ArticleEdited e -> e.content();
            case RevisionRestored e -> e.content();
            case FilesAttached e -> e.content();
            default ->
                    throw new IllegalStateException(
                            "Revision %d does not begin with %s".formatted(revision, event));
        };
    }
}
