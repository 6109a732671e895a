package dev.docket.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.event.people.EmailAddress;
import dev.docket.event.people.PersonEvent;
import dev.docket.event.people.PersonEvent.PersonDeactivated;
import dev.docket.event.people.PersonEvent.PersonReactivated;
import dev.docket.event.people.PersonEvent.PersonRegistered;
import dev.docket.event.people.PersonEvent.PersonRenamed;
import dev.docket.event.people.PersonEvent.RolesChanged;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.Role;
import dev.docket.query.live.Outbound.Bounds;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a connection knows of the rights of whoever is there. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConnectionTest {

    private static final PersonId ANN = new PersonId(UUID.randomUUID());
    private static final Set<Role> BOTH = Set.of(Role.AGENT, Role.ADMIN);

    /** The life of an account; the place of each is its version. */
    private static final List<PersonEvent> LIFE =
            List.of(
                    new PersonRegistered(ANN, new EmailAddress("ann@example.org"), "Ann", BOTH),
                    new RolesChanged(ANN, BOTH, Set.of(Role.REQUESTER)),
                    new PersonDeactivated(ANN, "Has left"),
                    new PersonRenamed(ANN, "Ann", "Anna"),
                    new PersonReactivated(ANN));

    private final Connection connection =
            new Connection(
                    new Outbound(new Nowhere(), new Bounds(10, 100), () -> {}),
                    "127.0.0.1",
                    "127.0.0.1 test",
                    0);

    private static final class Nowhere implements Outbound.Wire {
        @Override
        public void send(String text) {}

        @Override
        public void ping() {}

        @Override
        public void close(Ending ending) {}
    }

    private static Standing after(int events) {
        Standing standing = Standing.UNKNOWN;
        for (int version = 0; version < events; version++) {
            standing = standing.after(LIFE.get(version), version);
        }
        return standing;
    }

    /** How much the log said when it was read, and from where on changes were heard. */
    static Stream<Arguments> readsAndRumours() {
        return IntStream.rangeClosed(1, LIFE.size())
                .boxed()
                .flatMap(read ->
                        IntStream.rangeClosed(0, read)
                                .mapToObj(first -> Arguments.of(read, first)));
    }

    @ParameterizedTest
    @MethodSource("readsAndRumours")
    void what_changes_while_the_log_is_read_counts_as_well_as_what_it_said(int read, int first) {
        for (int version = first; version < LIFE.size(); version++) {
            connection.learn(LIFE.get(version), version);
        }
        connection.learn(after(read));

        assertThat(connection.standing()).isEqualTo(after(LIFE.size()));
    }

    @ParameterizedTest
    @MethodSource("readsAndRumours")
    void what_is_heard_afterwards_counts_once(int read, int first) {
        connection.learn(after(read));
        for (int version = first; version < LIFE.size(); version++) {
            connection.learn(LIFE.get(version), version);
        }

        assertThat(connection.standing()).isEqualTo(after(LIFE.size()));
    }

    @Test
    void an_address_has_room_for_so_many_strangers() {
        Strangers strangers = new Strangers(2);

        assertThat(List.of(strangers.add("a"), strangers.add("a"), strangers.add("a")))
                .containsExactly(true, true, false);
        assertThat(strangers.add("b")).isTrue();
        strangers.remove("a");
        assertThat(strangers.hasRoomFor("a")).isTrue();
        assertThat(List.of(strangers.add("a"), strangers.add("a"))).containsExactly(true, false);
    }
}
