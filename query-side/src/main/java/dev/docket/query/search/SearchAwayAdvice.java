package dev.docket.query.search;

import dev.docket.edge.Problem;
import dev.docket.edge.ProblemAdvice;
import dev.docket.query.search.SearchAwayException.Instead;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What every search answers while Elasticsearch is away: before others take it for a defect. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class SearchAwayAdvice {

    private static final String AWAY = "The search index does not answer at the moment; ";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> away(SearchAwayException away) {
        Instead instead = away.instead();
        if (instead == null) {
            return answer("lists, tickets and articles do");
        }
        ResponseEntity<ProblemDetail> answer =
                answer("only %s were looked through".formatted(instead.lookedThrough()));
        Objects.requireNonNull(answer.getBody()).setProperty("items", instead.items());
        return answer;
    }

    private static ResponseEntity<ProblemDetail> answer(String detail) {
        return ProblemAdvice.answer(
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "search-unavailable", AWAY + detail));
    }
}
