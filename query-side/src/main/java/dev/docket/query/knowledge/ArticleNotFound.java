package dev.docket.query.knowledge;

import dev.docket.edge.Problem;
import org.springframework.http.HttpStatus;

/** Told alike of an article that is not there and of one that the caller may not see. */
final class ArticleNotFound {

    private ArticleNotFound() {}

    static RuntimeException problem() {
        return Problem.of(
                        HttpStatus.NOT_FOUND,
                        "article-not-found",
                        "There is no such article, or you may not see it")
                .asException();
    }
}
