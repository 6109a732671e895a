package dev.docket.command.knowledge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.command.decision.Decision;
import dev.docket.command.decision.Refusal;
import dev.docket.command.dispatch.Handling;
import dev.docket.command.dispatch.Outcome;
import dev.docket.command.dispatch.RefusedOnVersionException;
import dev.docket.command.dispatch.Wish;
import dev.docket.event.knowledge.ArticleEvent;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.log.FactsMetaData;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Axon's shell around {@link Article}: it hands commands to decisions and events to the state. */
public class ArticleAggregate {

    @SuppressWarnings("UnusedVariable") // Axon reads it
    @AggregateIdentifier
    private @Nullable ArticleId id;

    private @Nullable Article article;

    /** For Axon, which makes an aggregate and then sources it from its events. */
    protected ArticleAggregate() {}

    /** For Jackson, which reads a snapshot. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    ArticleAggregate(Article article) {
        this.id = article.id();
        this.article = article;
    }

    @JsonValue
    Article state() {
        Article drafted = article;
        if (drafted == null) {
            throw new IllegalStateException("The article was never drafted");
        }
        return drafted;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Outcome<ArticleAnswer> handle(DraftArticle command, MetaData beside) {
        return open(command, Wish.in(beside));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Outcome<ArticleAnswer> handle(DraftFromTicket command, MetaData beside) {
        return open(command, Wish.in(beside));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    Outcome<ArticleAnswer> handle(TranslateArticle command, MetaData beside) {
        return open(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<ArticleAnswer> handle(ApproveArticle command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<ArticleAnswer> handle(ArchiveArticle command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<ArticleAnswer> handle(CancelPublication command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<ArticleAnswer> handle(ConfirmArticle command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<ArticleAnswer> handle(EditArticle command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<ArticleAnswer> handle(FeatureArticle command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<ArticleAnswer> handle(LinkArticle command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<ArticleAnswer> handle(PublishArticle command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<ArticleAnswer> handle(PublishDue command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<ArticleAnswer> handle(RequestChanges command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<ArticleAnswer> handle(RequestReview command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<ArticleAnswer> handle(SchedulePublication command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<ArticleAnswer> handle(UnarchiveArticle command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<ArticleAnswer> handle(UnfeatureArticle command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<ArticleAnswer> handle(UnlinkArticle command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    Outcome<ArticleAnswer> handle(WithdrawArticle command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    /** The answer to a draft under a key that has made this article before. */
    @CommandHandler
    Outcome<ArticleAnswer> handle(RepeatDrafting command, MetaData beside) {
        Article drafted = state();
        Wish wish = Wish.in(beside);
        mustBeSeen(drafted, wish);
        return drafted.repeated(wish)
                .orElseThrow(() ->
                        new RefusedOnVersionException(command.otherwise(), drafted.version()));
    }

    @EventSourcingHandler
    void on(ArticleEvent event, DomainEventMessage<?> message) {
        id = event.article();
        article =
                Article.evolve(
                        article, event, FactsMetaData.in(message), message.getSequenceNumber());
    }

    private static Outcome<ArticleAnswer> open(ArticleOpening command, Wish wish) {
        return Handling.begin(
                wish,
                command.decide(wish.actor()),
                (event, facts) -> Article.evolve(null, event, facts, 0),
                Article::evolve);
    }

    private Outcome<ArticleAnswer> carryOut(ArticleCommand command, Wish wish) {
        Article before = state();
        return carryOut(wish, () -> command.decide(before, wish.actor()));
    }

    /** Who may not see the article learns nothing of it, not even that a key was used. */
    Outcome<ArticleAnswer> carryOut(Wish wish, Supplier<Decision<ArticleEvent>> decision) {
        mustBeSeen(state(), wish);
        return Handling.carryOut(state(), wish, decision, Article::evolve);
    }

    private static void mustBeSeen(Article article, Wish wish) {
        Optional<Refusal> unseen = ArticleGuard.mustBeSeenBy(article, wish.actor());
        if (unseen.isPresent()) {
            throw new RefusedOnVersionException(unseen.get(), article.version());
        }
    }
}
