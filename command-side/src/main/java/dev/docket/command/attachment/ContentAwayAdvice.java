package dev.docket.command.attachment;

import dev.docket.content.ContentAwayException;
import dev.docket.edge.Problem;
import dev.docket.edge.ProblemAdvice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says that the store of files is away, for all commands that need it. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ContentAwayAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ContentAwayAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> away(ContentAwayException failure) {
        LOG.warn("The store of files does not answer", failure);
        return ProblemAdvice.answer(
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "files-away",
                        "The store of files does not answer at the moment"));
    }
}
