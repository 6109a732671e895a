package dev.docket.command.knowledge;

import static dev.docket.command.knowledge.ArticleExamples.ARTICLE;
import static dev.docket.command.knowledge.ArticleExamples.RITA;

import dev.docket.command.Specification;
import dev.docket.command.decision.TextRule;
import dev.docket.event.knowledge.ArticleVoteEvent;
import dev.docket.event.knowledge.ArticleVoteEvent.VoteCast;
import dev.docket.event.knowledge.ArticleVoteEvent.VoteWithdrawn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The specification of every command about a vote. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArticleVoteTest {

    private static final ArticleVoteId VOTE = ArticleVoteId.of(ARTICLE, RITA.person());
    private static final VoteCast YES = new VoteCast(ARTICLE, RITA.person(), null, true, null);

    private static Specification<ArticleVoteEvent> given(ArticleVoteEvent... events) {
        return Specification.given(ArticleVoteAggregate.class, RITA, events);
    }

    private static CastVote cast(boolean helpful, @Nullable String comment) {
        return new CastVote(VOTE, ARTICLE, helpful, comment, true);
    }

    @Test
    void a_reader_says_whether_an_article_helped() {
        given().when(RITA, cast(true, null)).then(YES);
        given(YES).when(RITA, cast(true, null)).nothingHappens();
    }

    @Test
    void a_reader_may_think_again_or_say_more() {
        given(YES)
                .when(RITA, cast(false, "Not on Linux"))
                .then(new VoteCast(ARTICLE, RITA.person(), true, false, "Not on Linux"));
        given(YES)
                .when(RITA, cast(true, "Thanks"))
                .then(new VoteCast(ARTICLE, RITA.person(), true, true, "Thanks"));
        given(YES).when(RITA, cast(true, " ")).refusedBy(TextRule.MISSING);
        given(YES).when(RITA, cast(true, "x".repeat(2_001))).refusedBy(TextRule.TOO_LONG);
    }

    @Test
    void nobody_votes_on_what_they_may_not_read() {
        given().when(RITA, new CastVote(VOTE, ARTICLE, true, null, false))
                .refusedBy(ArticleRule.ARTICLE_NOT_FOUND);
    }

    @Test
    void a_vote_is_withdrawn() {
        WithdrawVote withdraw = new WithdrawVote(VOTE, ARTICLE);
        VoteWithdrawn withdrawn = new VoteWithdrawn(ARTICLE, RITA.person(), true);
        given(YES).when(RITA, withdraw).then(withdrawn);
        given(YES, withdrawn).when(RITA, withdraw).nothingHappens();
        given(YES, withdrawn)
                .when(RITA, cast(true, null))
                .then(new VoteCast(ARTICLE, RITA.person(), null, true, null));
    }
}
