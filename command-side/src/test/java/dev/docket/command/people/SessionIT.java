package dev.docket.command.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.command.TestHttp;
import dev.docket.command.TestHttp.Answer;
import dev.docket.command.TestNode;
import dev.docket.edge.BrowserSessions;
import dev.docket.event.people.Role;
import dev.docket.log.LogProperties;
import dev.docket.log.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** What a browser keeps of a sign-in, and what becomes of a copy of it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SessionIT {

    private static final String PASSWORD = "correct horse battery";
    private static final String SESSION = "/auth/session";
    private static final Duration LONGER_THAN_GRACE = Duration.ofSeconds(11);

    private static final LogProperties.Database DATABASE = TestDatabase.create();
    private static final SetClock CLOCK = new SetClock();
    private static final TestNode FIRST = TestNode.on(DATABASE, WithSetClock.class);
    private static final TestNode SECOND = TestNode.on(DATABASE, WithSetClock.class);

    /** A clock that both nodes read and a test moves. */
    static final class SetClock extends Clock {
        private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

        void advance(Duration by) {
            ahead.updateAndGet(by::plus);
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Docket counts in UTC");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithSetClock {
        @Bean
        @Primary
        Clock setClock() {
            return CLOCK;
        }
    }

    private String email = "";
    private UUID person = new UUID(0, 0);

    @BeforeEach
    void register() {
        email = UUID.randomUUID() + "@example.org";
        Answer registered =
                admin().post(
                                "/people",
                                Map.of(
                                        "email",
                                        email,
                                        "name",
                                        "Pat",
                                        "roles",
                                        List.of("REQUESTER"),
                                        "password",
                                        PASSWORD));
        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        person = registered.id();
    }

    @AfterAll
    static void stop() {
        FIRST.close();
        SECOND.close();
    }

    private static TestHttp admin() {
        return FIRST.as(TestNode.ANN, Role.ADMIN);
    }

    private Answer signIn(String... headers) {
        return FIRST.anybody().post(SESSION, Map.of("email", email, "password", PASSWORD), headers);
    }

    private static Answer exchange(TestNode node, String token) {
        return node.anybody().put(SESSION, TestHttp.NO_BODY, "Cookie", cookie(token));
    }

    private static String cookie(String token) {
        return "docket-session=" + token;
    }

    private static String setCookie(Answer answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow();
    }

    private static String token(Answer answer) {
        return setCookie(answer).replaceFirst("docket-session=([^;]*);.*", "$1");
    }

    @Test
    void a_browser_gets_an_access_token_and_a_cookie_that_no_script_reads() {
        Answer signedIn = signIn();

        assertThat(signedIn.status()).as(signedIn.toString()).isEqualTo(200);
        assertThat(signedIn.body().propertyNames())
                .containsExactlyInAnyOrder("accessToken", "expiresIn");
        assertThat(signedIn.body().path("expiresIn").asInt()).isEqualTo(900);
        assertThat(FIRST.anybody().with(signedIn.text("accessToken")).open("No sound").status())
                .isEqualTo(201);
        assertThat(setCookie(signedIn).split("; "))
                .contains("HttpOnly", "SameSite=Strict", "Path=/api/v1/auth/session")
                .contains("Max-Age=" + Duration.ofDays(30).toSeconds())
                .doesNotContain("Secure");
    }

    @Test
    void behind_https_the_cookie_travels_nowhere_else() {
        String origin = "https://127.0.0.1:" + FIRST.port();

        assertThat(setCookie(signIn("Origin", origin)).split("; ")).contains("Secure");
    }

    @Test
    void each_exchange_gives_a_new_cookie_on_any_node() {
        Answer first = signIn();

        Answer second = exchange(SECOND, token(first));
        Answer third = exchange(FIRST, token(second));

        assertThat(third.status()).as(third.toString()).isEqualTo(200);
        assertThat(Stream.of(first, second, third).map(SessionIT::token).distinct()).hasSize(3);
        assertThat(SECOND.anybody().with(third.text("accessToken")).open("No sound").status())
                .isEqualTo(201);
    }

    @Test
    void a_cookie_that_comes_again_ends_the_session_for_all_who_have_it() {
        String copied = token(signIn());
        String newest = token(exchange(FIRST, copied));
        CLOCK.advance(LONGER_THAN_GRACE);

        Answer again = exchange(SECOND, copied);

        assertThat(again.status()).isEqualTo(401);
        assertThat(again.rule()).isEqualTo("sign-in-refused");
        assertThat(setCookie(again)).startsWith("docket-session=;").contains("Max-Age=0");
        assertThat(exchange(FIRST, newest).status()).isEqualTo(401);
        assertThat(signIn().status()).isEqualTo(200);
    }

    @Test
    void two_pages_that_exchange_at_once_both_go_on() {
        String shared = token(signIn());

        List<Answer> answers =
                Stream.of(FIRST, SECOND).parallel().map(node -> exchange(node, shared)).toList();

        assertThat(answers).extracting(Answer::status).containsExactly(200, 200);
        CLOCK.advance(LONGER_THAN_GRACE);
        assertThat(exchange(FIRST, token(answers.getLast())).status()).isEqualTo(200);
    }

    @Test
    void a_cookie_from_two_exchanges_ago_is_never_forgiven() {
        String oldest = token(signIn());
        String newest = token(exchange(FIRST, token(exchange(FIRST, oldest))));

        assertThat(exchange(FIRST, oldest).status()).isEqualTo(401);
        assertThat(exchange(FIRST, newest).status()).isEqualTo(401);
    }

    @Test
    void signing_out_ends_the_session_and_takes_the_cookie() {
        String token = token(signIn());
        String other = token(signIn());

        Answer out = SECOND.anybody().delete(SESSION, "Cookie", cookie(token));

        assertThat(out.status()).isEqualTo(204);
        assertThat(setCookie(out)).startsWith("docket-session=;").contains("Max-Age=0");
        assertThat(exchange(FIRST, token).status()).isEqualTo(401);
        assertThat(exchange(FIRST, other).status()).isEqualTo(200);
        assertThat(FIRST.anybody().delete(SESSION).status()).isEqualTo(204);
    }

    @Test
    void a_new_password_or_a_deactivation_ends_sessions() {
        String before = token(signIn());
        String path = "/people/" + person;
        admin().put(path + "/password", Map.of("password", PASSWORD + "!"));

        assertThat(exchange(FIRST, before).status()).isEqualTo(401);

        Answer signedIn =
                FIRST.anybody().post(SESSION, Map.of("email", email, "password", PASSWORD + "!"));
        admin().post(path + "/deactivation", Map.of("reason", "Has left"));
        assertThat(exchange(SECOND, token(signedIn)).status()).isEqualTo(401);
    }

    @Test
    void a_session_that_nobody_used_for_thirty_days_is_over() {
        BrowserSessions sessions = FIRST.bean(BrowserSessions.class);
        BrowserSessions.Session session = sessions.read(token(signIn()));
        CLOCK.advance(Duration.ofDays(30).plusSeconds(1));

        assertThat(sessions.exchange(session)).isEmpty();
    }

    @Test
    void tokens_are_good_for_one_thing_only() {
        String session = token(signIn());
        Answer bearer =
                FIRST.anybody().post("/auth/login", Map.of("email", email, "password", PASSWORD));

        assertThat(exchange(FIRST, bearer.text("refreshToken")).status()).isEqualTo(401);
        assertThat(exchange(FIRST, bearer.text("accessToken")).status()).isEqualTo(401);
        assertThat(exchange(FIRST, "garbage").status()).isEqualTo(401);
        assertThat(FIRST.anybody().put(SESSION, TestHttp.NO_BODY).status()).isEqualTo(401);
        assertThat(FIRST.anybody().post("/auth/refresh", Map.of("refreshToken", session)).status())
                .isEqualTo(401);
        assertThat(FIRST.anybody().with(session).open("No sound").status()).isEqualTo(401);
    }

    @Test
    void a_page_of_another_site_gets_nothing_done() {
        String cookie = cookie(token(signIn()));
        String foreign = "https://evil.example";

        for (String method : List.of("POST", "PUT", "DELETE")) {
            Map<String, ?> body = Map.of("email", email, "password", PASSWORD);
            Answer refused =
                    FIRST.anybody()
                            .send(method, SESSION, body, "Cookie", cookie, "Origin", foreign);
            assertThat(refused.status()).as(method).isEqualTo(403);
            assertThat(refused.rule()).isEqualTo("foreign-origin");
            assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        }
        Answer form =
                FIRST.anybody()
                        .postText(SESSION, "text/plain", "{\"email\": \"x\"}", "Cookie", cookie);
        assertThat(form.status()).isEqualTo(415);
        assertThat(exchange(FIRST, cookie.replaceFirst(".*=", "")).status()).isEqualTo(200);
    }

    @Test
    void a_console_of_another_node_may_if_the_configuration_names_it() {
        String console = "https://desk.example.org";
        List<String> settings = List.of("--docket.console.origins=" + console);
        try (TestNode node = TestNode.on(DATABASE, settings, WithSetClock.class)) {
            Map<String, ?> body = Map.of("email", email, "password", PASSWORD);

            Answer allowed = node.anybody().post(SESSION, body, "Origin", console);
            Answer refused = node.anybody().post(SESSION, body, "Origin", "https://evil.example");

            assertThat(allowed.status()).as(allowed.toString()).isEqualTo(200);
            assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains(console);
            assertThat(allowed.headers().firstValue("Access-Control-Allow-Credentials"))
                    .contains("true");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.rule()).isEqualTo("foreign-origin");
            assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
            for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
                Answer preflight =
                        node.anybody()
                                .send(
                                        "OPTIONS",
                                        "/tickets/" + UUID.randomUUID(),
                                        TestHttp.NO_BODY,
                                        "Origin",
                                        console,
                                        "Access-Control-Request-Method",
                                        method,
                                        "Access-Control-Request-Headers",
                                        "authorization,if-match,idempotency-key");
                assertThat(preflight.status()).as(method).isEqualTo(200);
                assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods"))
                        .hasValueSatisfying(allows -> assertThat(allows).contains(method));
            }
        }
    }
}
