package dev.docket.query.ticket.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.event.people.Role;
import dev.docket.event.people.TeamId;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.SavedViewId;
import dev.docket.event.ticket.SavedViewsEvent;
import dev.docket.event.ticket.SavedViewsEvent.ViewMoved;
import dev.docket.event.ticket.SavedViewsEvent.ViewRefined;
import dev.docket.event.ticket.SavedViewsEvent.ViewRemoved;
import dev.docket.event.ticket.SavedViewsEvent.ViewRenamed;
import dev.docket.event.ticket.SavedViewsEvent.ViewSaved;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketOrder;
import dev.docket.event.ticket.TicketSelection;
import dev.docket.event.ticket.Whose;
import dev.docket.query.Answer;
import dev.docket.query.OnQueryPlatform;
import dev.docket.query.QueryPlatform;
import dev.docket.query.Someone;
import dev.docket.query.Tickets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What somebody has saved of the queue is shown to them, and to nobody else. */
@ExtendWith(OnQueryPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SavedViewsIT {

    private static final String VIEWS = "/api/v1/views";

    private final QueryPlatform platform;
    private final Someone agent = Someone.ofNewOrganisation(Role.AGENT);
    private final UUID stream = UUID.randomUUID();

    SavedViewsIT(QueryPlatform platform) {
        this.platform = platform;
    }

    /** A view as this test knows it. */
    private record Seen(SavedViewId id, String name, String category) {}

    @Test
    void whoever_has_saved_nothing_has_no_views() {
        Answer none = platform.get(agent, VIEWS);

        assertThat(none.items()).isEmpty();
        assertThat(none.header("ETag")).isEqualTo("\"-1\"");
    }

    @Test
    void a_view_says_all_that_a_list_is_to_be_asked_for() {
        UUID team = UUID.randomUUID();
        platform.append(
                agent,
                stream,
                new ViewSaved(
                        agent.person(),
                        new SavedViewId(UUID.randomUUID()),
                        "Everything at once",
                        new TicketSelection(
                                new TreeSet<>(List.of(Status.NEW, Status.IN_PROGRESS)),
                                new TreeSet<>(List.of(Priority.HIGH, Priority.CRITICAL)),
                                Whose.NOBODYS,
                                new TeamId(team),
                                Whose.MINE,
                                "hardware/printer",
                                new TreeSet<>(List.of("vip", "paper")),
                                "blank",
                                Instant.parse("2026-01-01T00:00:00Z"),
                                Instant.parse("2026-02-01T00:00:00.123456Z"),
                                Instant.parse("2026-03-01T00:00:00Z"),
                                Instant.parse("2026-04-01T00:00:00Z"),
                                new TicketOrder("-priority"))));

        Answer seen = platform.get(agent, VIEWS);

        assertThat(seen.items("name")).containsExactly("Everything at once");
        assertThat(seen.items().getFirst().path("filter").toString())
                .isEqualTo(
                        """
                        {"status":["new","in_progress"],"priority":["high","critical"],\
                        "assignee":"none","team":"%s","requester":"me",\
                        "category":"hardware/printer","tags":["paper","vip"],"subject":"blank",\
                        "createdFrom":"2026-01-01T00:00:00Z",\
                        "createdTo":"2026-02-01T00:00:00.123456Z",\
                        "updatedFrom":"2026-03-01T00:00:00Z",\
                        "updatedTo":"2026-04-01T00:00:00Z","sort":"-priority"}\
                        """
                                .formatted(team));
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 20261121})
    void whatever_is_done_with_views_they_are_what_a_list_would_be(long seed) {
        Random random = new Random(seed);
        List<Seen> expected = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            platform.append(agent, stream, next(expected, random));
            if (step % 20 == 19) {
                Answer shown = platform.get(agent, VIEWS);
                assertThat(shown.items().stream().map(SavedViewsIT::seen))
                        .containsExactlyElementsOf(expected);
                assertThat(shown.header("ETag")).isEqualTo("\"" + step + "\"");
            }
        }
        assertThat(platform.get(agent.colleague(Role.AGENT), VIEWS).items()).isEmpty();
    }

    private SavedViewsEvent next(List<Seen> views, Random random) {
        int kind = views.isEmpty() ? 0 : random.nextInt(6);
        int place = views.isEmpty() ? 0 : random.nextInt(views.size());
        String text = "n" + random.nextInt(1_000);
        return switch (kind) {
            case 0, 1 -> {
                Seen added = new Seen(new SavedViewId(UUID.randomUUID()), text, "c" + text);
                views.add(added);
                yield new ViewSaved(
                        agent.person(), added.id(), text, Tickets.selection(added.category()));
            }
            case 2 -> {
                Seen old = views.get(place);
                views.set(place, new Seen(old.id(), text, old.category()));
                yield new ViewRenamed(agent.person(), old.id(), old.name(), text);
            }
            case 3 -> {
                Seen old = views.get(place);
                views.set(place, new Seen(old.id(), old.name(), text));
                yield new ViewRefined(
                        agent.person(),
                        old.id(),
                        Tickets.selection(old.category()),
                        Tickets.selection(text));
            }
            case 4 -> {
                Seen moved = views.remove(place);
                int to = random.nextInt(views.size() + 1);
                views.add(to, moved);
                yield new ViewMoved(agent.person(), moved.id(), place, to);
            }
            default -> {
                Seen gone = views.remove(place);
                yield new ViewRemoved(agent.person(), gone.id(), gone.name());
            }
        };
    }

    private static Seen seen(JsonNode item) {
        return new Seen(
                new SavedViewId(UUID.fromString(item.path("id").asString())),
                item.path("name").asString(),
                item.path("filter").path("category").asString());
    }
}
