package dev.docket.edge;

import static dev.docket.event.people.Role.ADMIN;
import static dev.docket.event.people.Role.AGENT;

import dev.docket.event.people.EmailAddress;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.Role;
import dev.docket.event.ticket.Priority;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A route of each kind. */
@RestController
@RequestMapping("/api/v1/test")
class TestRoutes {

    static final int BEGUN = 100_000;

    private final JdbcClient jdbc;

    TestRoutes(@Qualifier("logDatabase") DataSource logDatabase) {
        jdbc = JdbcClient.create(logDatabase);
    }

    record Body(
            @Nullable String text,
            @Nullable Integer count,
            @Nullable Double share,
            @Nullable Boolean flag,
            @Nullable Priority priority,
            @Nullable List<String> tags,
            @Nullable Set<Role> roles,
            @Nullable UUID id,
            @Nullable PersonId person,
            @Nullable EmailAddress email,
            @Nullable Instant until,
            @Nullable Nested nested) {}

    record Nested(int depth) {}

    @PostMapping("/body")
    @Public("to be tried without a token")
    String body(@RequestBody Body body) {
        return String.valueOf(body.text());
    }

    @GetMapping("/caller")
    @Allowed({AGENT, ADMIN})
    Map<String, Object> caller(Caller caller) {
        return Map.of(
                "person", caller.person(), "tenant", caller.tenant(), "roles", caller.roles());
    }

    @GetMapping("/things/{id}")
    @Allowed(ADMIN)
    String thing(@PathVariable UUID id, @RequestParam(defaultValue = "1") int count) {
        return id + " " + count;
    }

    @GetMapping("/forgotten")
    String forgotten() {
        return "Nobody said who may read this";
    }

    @GetMapping("/busy")
    @Public("to be tried without a token")
    String busy() {
        throw Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "busy", "Later").asException();
    }

    @GetMapping("/often")
    @Public("to be tried without a token")
    String often() {
        throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-often", "Later").asException();
    }

    @GetMapping("/defect")
    @Public("to be tried without a token")
    String defect() {
        throw new IllegalStateException("dev.docket.Secret of the inside");
    }

    @GetMapping("/sql")
    @Public("to be tried without a token")
    String sql(@RequestParam String statement) {
        return jdbc.sql(statement).query(String.class).single();
    }

    @GetMapping("/half")
    @Public("to be tried without a token")
    void half(HttpServletResponse response) throws IOException {
        response.getOutputStream().write("x".repeat(BEGUN).getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
        throw new IllegalStateException("In the middle of an answer");
    }
}
