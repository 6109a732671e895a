package dev.docket.command.knowledge;

import dev.docket.command.attachment.AttachmentsAtWork;
import dev.docket.command.dispatch.Aggregates;
import dev.docket.command.dispatch.CommandDispatch;
import dev.docket.command.knowledge.base.KnowledgeBaseConfiguration;
import dev.docket.command.knowledge.base.KnowledgeBaseDesk;
import dev.docket.command.knowledge.counts.CountsConfiguration;
import dev.docket.content.AttachmentProperties;
import dev.docket.log.LogReader;
import dev.docket.log.Reminders;
import dev.docket.log.SnapshotType;
import java.time.Clock;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The knowledge base of the command side. */
@Configuration(proxyBeanMethods = false)
@Import({ArticleController.class, KnowledgeBaseConfiguration.class, CountsConfiguration.class})
public class KnowledgeConfiguration {

    /** An article's events hold whole texts, so fewer of them are read than of a ticket. */
    private static final int EVENTS_PER_SNAPSHOT = 50;

    /** Each with up to three texts of its article. */
    private static final int CACHED_ARTICLES = 2_000;

    private static final int CACHED_VOTES = 20_000;

    @Bean
    SnapshotType articleSnapshots() {
        return new SnapshotType(ArticleAggregate.class, "Article", 3);
    }

    @Bean
    Repository<ArticleAggregate> articleRepository(Aggregates aggregates) {
        return aggregates.repository(ArticleAggregate.class, CACHED_ARTICLES, EVENTS_PER_SNAPSHOT);
    }

    @Bean
    AggregateAnnotationCommandHandler<ArticleAggregate> articleHandler(
            Aggregates aggregates, Repository<ArticleAggregate> articleRepository) {
        return aggregates.handler(ArticleAggregate.class, articleRepository);
    }

    @Bean
    AnnotationCommandHandlerAdapter<ArticleHistory> articleHistoryHandler(
            Aggregates aggregates, Repository<ArticleAggregate> articleRepository, LogReader log) {
        return aggregates.handler(new ArticleHistory(articleRepository, log));
    }

    @Bean
    AnnotationCommandHandlerAdapter<ArticleFiles> articleFilesHandler(
            Aggregates aggregates,
            Repository<ArticleAggregate> articleRepository,
            AttachmentsAtWork attachments) {
        return aggregates.handler(new ArticleFiles(articleRepository, attachments));
    }

    @Bean
    ArticleFileLimits articleFileLimits(AttachmentProperties properties) {
        return new ArticleFileLimits(
                properties.filesPerArticle(), properties.largestArticle().toBytes());
    }

    @Bean
    AggregateAnnotationCommandHandler<ArticleVoteAggregate> articleVoteHandler(
            Aggregates aggregates) {
        return aggregates.handler(
                ArticleVoteAggregate.class,
                aggregates.repository(ArticleVoteAggregate.class, CACHED_VOTES));
    }

    @Bean
    ArticleDesk articleDesk(
            CommandDispatch dispatch,
            KnowledgeBaseDesk bases,
            EventStore events,
            LogReader log,
            Reminders reminders,
            ArticleFileLimits limits,
            Clock clock) {
        return new ArticleDesk(dispatch, bases, events, log, reminders, limits, clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    PublicationTimer publicationTimer(ArticleDesk desk, Reminders reminders, Clock clock) {
        return new PublicationTimer(desk, reminders, clock);
    }
}
