package dev.docket.command.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.command.TestHttp;
import dev.docket.command.TestHttp.Answer;
import dev.docket.command.TestNode;
import dev.docket.command.people.FirstStart.SignIn;
import dev.docket.event.people.Role;
import dev.docket.log.LogProperties;
import dev.docket.log.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Who gets in, with what, and for how long. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SignInIT {

    private static final String PASSWORD = "correct horse battery";
    private static final String NEW_PASSWORD = "staple staple staple";

    private static final LogProperties.Database DATABASE = TestDatabase.create();
    private static final TestNode FIRST = TestNode.on(DATABASE);
    private static final TestNode SECOND = TestNode.on(DATABASE);

    @AfterAll
    static void stop() {
        FIRST.close();
        SECOND.close();
    }

    /** Somebody whom an administrator has registered. */
    private record Someone(UUID id, String email) {

        static Someone registered(String... roles) {
            String email = UUID.randomUUID() + "@example.org";
            Answer answer =
                    admin().post(
                                    "/people",
                                    Map.of(
                                            "email",
                                            email,
                                            "name",
                                            "Pat",
                                            "roles",
                                            List.of(roles),
                                            "password",
                                            PASSWORD));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
            return new Someone(answer.id(), email);
        }

        Answer signIn(TestNode node, String password) {
            return node.anybody().post("/auth/login", Map.of("email", email, "password", password));
        }
    }

    private static TestHttp admin() {
        return FIRST.as(TestNode.ANN, Role.ADMIN);
    }

    private static TestHttp with(Answer signedIn) {
        return FIRST.anybody().with(signedIn.text("accessToken"));
    }

    private static Answer refresh(TestNode node, String token) {
        return node.anybody().post("/auth/refresh", Map.of("refreshToken", token));
    }

    private static Answer refresh(TestNode node, Answer signedIn) {
        return refresh(node, signedIn.text("refreshToken"));
    }

    @Test
    void of_all_nodes_that_start_first_one_makes_an_administrator() {
        List<SignIn> told =
                Stream.of(FIRST, SECOND, FIRST)
                        .parallel()
                        .map(node -> node.bean(FirstStart.class).run())
                        .flatMap(Optional::stream)
                        .toList();

        assertThat(told).hasSize(1);
        Answer signedIn =
                new Someone(new UUID(0, 0), told.getFirst().email().value())
                        .signIn(SECOND, told.getFirst().password());
        assertThat(signedIn.status()).isEqualTo(200);
        Answer registered =
                with(signedIn)
                        .post(
                                "/people",
                                Map.of(
                                        "email",
                                        "ada@example.org",
                                        "name",
                                        "Ada",
                                        "roles",
                                        List.of("AGENT")));
        assertThat(registered.status()).isEqualTo(201);
    }

    @Test
    void a_sign_in_opens_what_the_roles_allow() {
        Someone someone = Someone.registered("REQUESTER");

        Answer signedIn = someone.signIn(SECOND, PASSWORD);

        assertThat(signedIn.status()).isEqualTo(200);
        assertThat(signedIn.body().path("expiresIn").asInt()).isEqualTo(900);
        assertThat(with(signedIn).open("No sound").status()).isEqualTo(201);
        Answer people = with(signedIn).post("/people", Map.of());
        assertThat(people.status()).isEqualTo(403);
        assertThat(FIRST.anybody().open("No sound").status()).isEqualTo(401);
    }

    @Test
    void a_refusal_does_not_tell_whether_somebody_exists() {
        Someone someone = Someone.registered("AGENT");
        Someone nobody = new Someone(new UUID(0, 0), "nobody@example.org");

        Answer wrong = someone.signIn(FIRST, "incorrect horse");
        Answer unknown = nobody.signIn(FIRST, "incorrect horse");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.rule()).isEqualTo("sign-in-refused");
        assertThat(unknown.withoutPosition()).isEqualTo(wrong.withoutPosition());
    }

    @Test
    void a_refresh_token_gives_an_access_token_and_is_none_itself() {
        Someone someone = Someone.registered("AGENT");
        Answer signedIn = someone.signIn(FIRST, PASSWORD);

        Answer refreshed = refresh(SECOND, signedIn);

        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(with(refreshed).open("No sound").status()).isEqualTo(201);
        assertThat(refresh(FIRST, signedIn.text("accessToken")).status()).isEqualTo(401);
        assertThat(refresh(FIRST, "no token").status()).isEqualTo(401);
        TestHttp withRefreshToken = FIRST.anybody().with(signedIn.text("refreshToken"));
        assertThat(withRefreshToken.open("No sound").status()).isEqualTo(401);
    }

    @Test
    void a_new_password_ends_the_old_one_and_earlier_sign_ins() {
        Someone someone = Someone.registered("AGENT");
        Answer signedIn = someone.signIn(FIRST, PASSWORD);
        String path = "/people/" + someone.id() + "/password";

        Answer withoutCurrent = with(signedIn).put(path, Map.of("password", NEW_PASSWORD));
        Map<String, ?> change = Map.of("password", NEW_PASSWORD, "current", PASSWORD);
        Answer changed = with(signedIn).put(path, change, "Idempotency-Key", "once");
        Answer repeated = with(signedIn).put(path, change, "Idempotency-Key", "once");

        assertThat(withoutCurrent.status()).isEqualTo(403);
        assertThat(withoutCurrent.rule()).isEqualTo("password-is-wrong");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(repeated.withoutPosition()).isEqualTo(changed.withoutPosition());
        assertThat(refresh(SECOND, signedIn).status()).isEqualTo(401);
        assertThat(someone.signIn(SECOND, PASSWORD).status()).isEqualTo(401);
        assertThat(someone.signIn(SECOND, NEW_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void nobody_but_an_administrator_sets_the_password_of_somebody_else() {
        Someone someone = Someone.registered("AGENT");
        String path = "/people/" + someone.id() + "/password";
        Map<String, ?> body = Map.of("password", NEW_PASSWORD, "current", PASSWORD);

        assertThat(FIRST.agent().put(path, body).status()).isEqualTo(404);
        assertThat(admin().put(path, body).status()).isEqualTo(200);
        assertThat(someone.signIn(FIRST, NEW_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void other_roles_are_given_at_the_next_sign_in() {
        Someone someone = Someone.registered("AGENT");
        Answer signedIn = someone.signIn(FIRST, PASSWORD);

        admin().put("/people/" + someone.id() + "/roles", Map.of("roles", List.of("REQUESTER")));

        assertThat(refresh(SECOND, signedIn).status()).isEqualTo(401);
        Answer again = someone.signIn(SECOND, PASSWORD);
        UUID ticket = with(again).open("No sound").id();
        assertThat(with(again).post("/tickets/" + ticket + "/work", Map.of()).status())
                .isEqualTo(403);
    }

    @Test
    void whoever_is_deactivated_stays_out_until_they_are_back() {
        Someone someone = Someone.registered("AGENT");
        Answer signedIn = someone.signIn(FIRST, PASSWORD);
        String person = "/people/" + someone.id();

        admin().post(person + "/deactivation", Map.of("reason", "Has left"));

        assertThat(refresh(SECOND, signedIn).status()).isEqualTo(401);
        assertThat(someone.signIn(SECOND, PASSWORD).status()).isEqualTo(401);
        admin().post(person + "/reactivation", Map.of());
        assertThat(refresh(SECOND, signedIn).status()).isEqualTo(401);
        assertThat(someone.signIn(SECOND, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void ten_failures_lock_an_account_out_for_a_while() {
        Someone someone = Someone.registered("AGENT");
        Someone other = Someone.registered("AGENT");
        for (int i = 0; i < 10; i++) {
            assertThat(someone.signIn(FIRST, "wrong again " + i).status()).isEqualTo(401);
        }

        Answer locked = someone.signIn(FIRST, PASSWORD);

        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.rule()).isEqualTo("too-many-attempts");
        assertThat(other.signIn(FIRST, PASSWORD).status()).isEqualTo(200);
    }
}
