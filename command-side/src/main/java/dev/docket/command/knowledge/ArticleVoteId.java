package dev.docket.command.knowledge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.event.Ids;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.people.PersonId;
import java.util.UUID;

/** Names the stream of one person's vote on one article; it follows from the two. */
public record ArticleVoteId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ArticleVoteId {}

    static ArticleVoteId of(ArticleId article, PersonId voter) {
        return new ArticleVoteId(Ids.named("article-vote", article.toString(), voter.toString()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
