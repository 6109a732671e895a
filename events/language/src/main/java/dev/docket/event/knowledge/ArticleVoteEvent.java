package dev.docket.event.knowledge;

import dev.docket.event.DomainEvent;
import dev.docket.event.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What one person thinks of one article. Each such pair is a stream of its own, so that readers of
 * a popular article do not wait for one another.
 */
public sealed interface ArticleVoteEvent extends DomainEvent {

    ArticleId article();

    PersonId voter();

    /**
     * @param before what the person had said until now, if anything
     */
    record VoteCast(
            ArticleId article,
            PersonId voter,
            @Nullable Boolean before,
            boolean helpful,
            @Nullable String comment)
            implements ArticleVoteEvent {}

    record VoteWithdrawn(ArticleId article, PersonId voter, boolean before)
            implements ArticleVoteEvent {}
}
