package dev.docket.command.knowledge;

import dev.docket.command.dispatch.Handling;
import dev.docket.command.dispatch.Outcome;
import dev.docket.command.dispatch.Wish;
import dev.docket.event.knowledge.ArticleVoteEvent;
import dev.docket.log.FactsMetaData;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Axon's shell around {@link ArticleVote}; the first vote begins the stream. */
public class ArticleVoteAggregate {

    @SuppressWarnings("UnusedVariable") // Axon reads it
    @AggregateIdentifier
    private @Nullable ArticleVoteId id;

    private ArticleVote vote = ArticleVote.NONE;

    /** For Axon, which makes an aggregate and then sources it from its events. */
    protected ArticleVoteAggregate() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome<Boolean> handle(CastVote command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome<Boolean> handle(WithdrawVote command, MetaData beside) {
        return carryOut(command, Wish.in(beside));
    }

    @EventSourcingHandler
    void on(ArticleVoteEvent event, DomainEventMessage<?> message) {
        id = ArticleVoteId.of(event.article(), event.voter());
        vote =
                ArticleVote.evolve(
                        vote, event, FactsMetaData.in(message), message.getSequenceNumber());
    }

    private Outcome<Boolean> carryOut(ArticleVoteCommand command, Wish wish) {
        ArticleVote before = vote;
        return Handling.carryOut(
                before, wish, () -> command.decide(before, wish.actor()), ArticleVote::evolve);
    }
}
