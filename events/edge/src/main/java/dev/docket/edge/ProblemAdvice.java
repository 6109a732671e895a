package dev.docket.edge;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Every answer that is not what was asked for, as RFC 9457 wants it. */
@RestControllerAdvice
public class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final URI TYPES = URI.create("https://docket.dev/problems/");

    /** Stores come back within seconds, or somebody is called. */
    private static final String SECONDS_UNTIL_BACK = "1";

    /** What is counted, such as failed sign-ins, is counted by the minute. */
    private static final String SECONDS_UNTIL_FORGIVEN = "60";

    static ProblemDetail detail(Problem problem) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(problem.status(), problem.detail());
        detail.setType(TYPES.resolve(problem.type()));
        detail.setTitle(title(problem.type()));
        detail.setProperty("rule", problem.type());
        if (problem.field() != null) {
            detail.setProperty("field", problem.field());
        }
        return detail;
    }

    private static String title(String type) {
        String words = type.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> problem(ProblemException failure) {
        return answer(failure.problem());
    }

    /** The firewall looks at headers and parameters when they are first read. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> rejected(RequestRejectedException rejected) {
        LOG.debug("A request was rejected", rejected);
        return answer(
                Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "wrong-characters",
                        "A header or a parameter has control characters"));
    }

    /** What is after the question mark is read when the first parameter is asked for. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(InvalidParameterException unreadable) {
        LOG.debug("A query string cannot be read", unreadable);
        return answer(
                Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "wrong-characters",
                        "A parameter is not UTF-8, or not encoded as addresses are"));
    }

    /** A problem as an answer, with the headers that belong to its status. */
    public static ResponseEntity<ProblemDetail> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .headers(headers -> addTo(headers, problem.status()))
                .body(detail(problem));
    }

    static void addTo(HttpHeaders headers, HttpStatus status) {
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            headers.set(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_BACK);
        }
        if (status == HttpStatus.TOO_MANY_REQUESTS) {
            headers.set(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_FORGIVEN);
        }
        if (status == HttpStatus.UNAUTHORIZED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
    }

    /**
     * A store that is away, or a defect. An answer that has begun cannot be taken back: it is cut
     * off, so that nobody takes it for whole.
     */
    @ExceptionHandler
    @Nullable ResponseEntity<ProblemDetail> failed(
            Exception failure, WebRequest request, HttpServletResponse response) throws Exception {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            LOG.debug("The client went away: {}", request.getDescription(false));
            return null;
        }
        Optional<Problem> away = StoreProblem.of(failure);
        if (away.isPresent()) {
            LOG.warn("{}: {}", away.get().detail(), failure.toString());
        } else {
            LOG.error("Request failed: {}", request.getDescription(false), failure);
        }
        if (response.isCommitted()) {
            throw failure;
        }
        return answer(
                away.orElseGet(() ->
                        Problem.of(
                                HttpStatus.INTERNAL_SERVER_ERROR,
                                "defect",
                                "Docket failed; the log of the node says why")));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(UnreadableBody.problem(failure.getCause()), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        List<Map<String, String>> errors =
                failure.getFieldErrors().stream()
                        .map(error ->
                                Map.of(
                                        "field",
                                        error.getField(),
                                        "rule",
                                        String.valueOf(error.getDefaultMessage())))
                        .toList();
        Map<String, String> first = errors.isEmpty() ? Map.of() : errors.getFirst();
        Problem problem =
                new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "invalid-field",
                        "'%s' %s".formatted(first.get("field"), first.get("rule")),
                        first.get("field"));
        ProblemDetail detail = detail(problem);
        detail.setProperty("errors", errors);
        return new ResponseEntity<>(detail, headers, problem.status());
    }

    @ExceptionHandler
    ResponseEntity<Object> wrongParameter(MethodArgumentTypeMismatchException failure) {
        Class<?> type = failure.getRequiredType();
        return answer(
                new Problem(
                        HttpStatus.BAD_REQUEST,
                        "wrong-parameter",
                        "'%s' is %s, and not '%s'"
                                .formatted(
                                        failure.getName(),
                                        type == null ? "of another type" : Expected.of(type),
                                        failure.getValue()),
                        failure.getName()),
                new HttpHeaders());
    }

    /** Spring's own answers (404, 405, 406, 415 …) get a type of ours and the same shape. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        HttpStatus known = HttpStatus.valueOf(status.value());
        String type = known.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        String detail =
                body instanceof ProblemDetail problem && problem.getDetail() != null
                        ? problem.getDetail()
                        : known.getReasonPhrase();
        return answer(Problem.of(known, type, detail), headers);
    }

    private static ResponseEntity<Object> answer(Problem problem, HttpHeaders given) {
        HttpHeaders headers = new HttpHeaders(given);
        addTo(headers, problem.status());
        return new ResponseEntity<>(detail(problem), headers, problem.status());
    }
}
