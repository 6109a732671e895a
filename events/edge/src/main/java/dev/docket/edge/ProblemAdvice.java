package dev.docket.edge;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Every answer that is not what was asked for, as RFC 9457 wants it. */
@RestControllerAdvice
public class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final URI TYPES = URI.create("https://docket.dev/problems/");

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

    /** A problem as an answer, with the headers that belong to its status. */
    public static ResponseEntity<ProblemDetail> answer(Problem problem) {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(problem.status());
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE
                || problem.status() == HttpStatus.TOO_MANY_REQUESTS) {
            response.header(HttpHeaders.RETRY_AFTER, "1");
        }
        if (problem.status() == HttpStatus.UNAUTHORIZED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.body(detail(problem));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> defect(Exception failure, WebRequest request) {
        LOG.error("Request failed: {}", request.getDescription(false), failure);
        return answer(
                Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "defect",
                        "Docket failed; the log of the node says why"));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(unreadable(failure.getCause()), headers);
    }

    private static Problem unreadable(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown ->
                    malformed(
                            "unknown-field",
                            "There is no field '%s' here".formatted(unknown.getPropertyName()),
                            path(unknown));
            case DatabindException mismatch ->
                    malformed(
                            "wrong-type",
                            "The value does not fit: " + firstLine(mismatch),
                            path(mismatch));
            case StreamConstraintsException beyond ->
                    malformed("json-too-large", firstLine(beyond), null);
            case StreamReadException broken ->
                    malformed("malformed-json", "The body is not JSON: " + firstLine(broken), null);
            case null, default ->
                    malformed("malformed-body", "The body is missing or unreadable", null);
        };
    }

    private static Problem malformed(String type, String detail, @Nullable String field) {
        return new Problem(HttpStatus.BAD_REQUEST, type, detail, field);
    }

    private static String firstLine(JacksonException failure) {
        return failure.getOriginalMessage().lines().findFirst().orElse("");
    }

    private static String path(DatabindException failure) {
        List<String> steps = new ArrayList<>();
        for (JacksonException.Reference step : failure.getPath()) {
            steps.add(
                    step.getPropertyName() == null
                            ? String.valueOf(step.getIndex())
                            : step.getPropertyName());
        }
        return String.join(".", steps);
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
        return answer(
                malformed(
                        "wrong-parameter",
                        "'%s' is not valid for '%s'"
                                .formatted(failure.getValue(), failure.getName()),
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
        String type = known.getReasonPhrase().toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        String detail =
                body instanceof ProblemDetail problem && problem.getDetail() != null
                        ? problem.getDetail()
                        : known.getReasonPhrase();
        return answer(Problem.of(known, type, detail), headers);
    }

    private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
        return new ResponseEntity<>(detail(problem), headers, problem.status());
    }
}
