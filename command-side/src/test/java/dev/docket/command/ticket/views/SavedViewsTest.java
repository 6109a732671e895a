package dev.docket.command.ticket.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.docket.command.Specification;
import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Rule;
import dev.docket.command.decision.TextRule;
import dev.docket.command.dispatch.DispatchRule;
import dev.docket.command.dispatch.RefusedOnVersionException;
import dev.docket.command.dispatch.Wish;
import dev.docket.event.Facts;
import dev.docket.event.Ids;
import dev.docket.event.TenantId;
import dev.docket.event.people.PersonId;
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
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The specification of every command to a person's views. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SavedViewsTest {

    private static final TenantId ACME = new TenantId(Ids.named("tenant", "acme"));
    private static final PersonId PAT = new PersonId(Ids.named("pat"));
    private static final Actor AGENT = new Actor(ACME, PAT, true);
    private static final SavedViewsId VIEWS = SavedViewsId.of(ACME, PAT);
    private static final SavedViewId URGENT = new SavedViewId(Ids.named("urgent"));
    private static final SavedViewId PRINTERS = new SavedViewId(Ids.named("printers"));
    private static final SavedViewId WAITING = new SavedViewId(Ids.named("waiting"));

    private static Specification<SavedViewsEvent> given(SavedViewsEvent... events) {
        return Specification.given(SavedViewsAggregate.class, AGENT, events);
    }

    private static <T extends Comparable<T>> SortedSet<T> sorted(List<T> values) {
        return new TreeSet<>(values);
    }

    private static TicketSelection selection(
            @Nullable Whose requester,
            @Nullable String category,
            SortedSet<String> tags,
            @Nullable Instant createdFrom) {
        return new TicketSelection(
                sorted(List.of(Status.NEW, Status.OPEN)),
                sorted(List.of(Priority.CRITICAL)),
                Whose.MINE,
                null,
                requester,
                category,
                tags,
                null,
                createdFrom,
                null,
                null,
                null,
                new TicketOrder("-priority"));
    }

    private static TicketSelection about(String category) {
        return selection(null, category, new TreeSet<>(), null);
    }

    private static ViewSaved saved(SavedViewId view, String name) {
        return new ViewSaved(PAT, view, name, about("hardware"));
    }

    private static ViewSaved urgent() {
        return saved(URGENT, "Urgent");
    }

    private static ViewSaved printers() {
        return saved(PRINTERS, "Printers");
    }

    private static SaveView save(SavedViewId view, String name) {
        return new SaveView(VIEWS, view, name, about("hardware"));
    }

    private static ChangeView change(SavedViewId view, String name, TicketSelection selection) {
        return new ChangeView(VIEWS, view, name, selection);
    }

    @Test
    void the_first_view_begins_a_persons_views_and_others_come_behind_it() {
        given().when(AGENT, save(URGENT, " Urgent ")).then(urgent());
        given(urgent()).when(AGENT, save(PRINTERS, "Printers")).then(printers());
        given(urgent()).when(AGENT, save(URGENT, "Urgent")).nothingHappens();
        assertThat(after(urgent(), printers()).views())
                .extracting(SavedView::id)
                .containsExactly(URGENT, PRINTERS);
    }

    @Test
    void a_persons_views_differ_in_their_names() {
        given(urgent())
                .when(AGENT, save(PRINTERS, "urgent"))
                .refusedBy(SavedViewRule.VIEW_NAME_IS_TAKEN);
        given(urgent(), printers())
                .when(AGENT, change(PRINTERS, "URGENT", about("hardware")))
                .refusedBy(SavedViewRule.VIEW_NAME_IS_TAKEN);
        given(urgent(), new ViewRemoved(PAT, URGENT, "Urgent"))
                .when(AGENT, save(PRINTERS, "Urgent"))
                .then(saved(PRINTERS, "Urgent"));
    }

    @Test
    void a_view_is_renamed_and_refined_at_once_or_each_alone() {
        given(urgent())
                .when(AGENT, change(URGENT, "At once", about("software")))
                .then(
                        new ViewRenamed(PAT, URGENT, "Urgent", "At once"),
                        new ViewRefined(PAT, URGENT, about("hardware"), about("software")));
        given(urgent())
                .when(AGENT, change(URGENT, "URGENT", about("hardware")))
                .then(new ViewRenamed(PAT, URGENT, "Urgent", "URGENT"));
        given(urgent())
                .when(AGENT, change(URGENT, "Urgent", about("software")))
                .then(new ViewRefined(PAT, URGENT, about("hardware"), about("software")));
        given(urgent()).when(AGENT, change(URGENT, "Urgent", about("hardware"))).nothingHappens();
        given(urgent())
                .when(AGENT, change(PRINTERS, "Printers", about("hardware")))
                .refusedBy(SavedViewRule.VIEW_NOT_FOUND);
    }

    @Test
    void a_view_is_moved_to_a_place_that_is_counted_without_it() {
        ViewSaved waiting = saved(WAITING, "Waiting");
        given(urgent(), printers(), waiting)
                .when(AGENT, new MoveView(VIEWS, URGENT, 2))
                .then(new ViewMoved(PAT, URGENT, 0, 2));
        given(urgent(), printers(), waiting)
                .when(AGENT, new MoveView(VIEWS, PRINTERS, 1))
                .nothingHappens();
        given(urgent(), printers())
                .when(AGENT, new MoveView(VIEWS, URGENT, 2))
                .refusedBy(SavedViewRule.PLACE_DOES_NOT_EXIST);
        given(urgent(), printers())
                .when(AGENT, new MoveView(VIEWS, URGENT, -1))
                .refusedBy(SavedViewRule.PLACE_DOES_NOT_EXIST);
        given().when(AGENT, new MoveView(VIEWS, URGENT, 0)).refusedBy(SavedViewRule.VIEW_NOT_FOUND);
        assertThat(after(urgent(), printers(), waiting, new ViewMoved(PAT, URGENT, 0, 1)).views())
                .extracting(SavedView::id)
                .containsExactly(PRINTERS, URGENT, WAITING);
    }

    @Test
    void a_view_is_removed_once() {
        given(urgent())
                .when(AGENT, new RemoveView(VIEWS, URGENT))
                .then(new ViewRemoved(PAT, URGENT, "Urgent"));
        given(urgent(), new ViewRemoved(PAT, URGENT, "Urgent"))
                .when(AGENT, new RemoveView(VIEWS, URGENT))
                .refusedBy(SavedViewRule.VIEW_NOT_FOUND);
    }

    @Test
    void nobody_has_more_than_fifty_views() {
        SavedViewsEvent[] fifty =
                IntStream.range(0, SaveView.MOST_VIEWS)
                        .mapToObj(n -> saved(new SavedViewId(Ids.named("view", "" + n)), "V" + n))
                        .toArray(SavedViewsEvent[]::new);

        given(fifty).when(AGENT, save(URGENT, "Urgent")).refusedBy(SavedViewRule.TOO_MANY_VIEWS);
    }

    @Test
    void a_repeat_is_answered_as_the_first_time() {
        Facts first = Specification.facts(AGENT, "key", "this request");
        SavedViews now = SavedViews.evolve(SavedViews.none(ACME, PAT), urgent(), first, 0);
        SavedViews later =
                SavedViews.evolve(now, printers(), Specification.facts(AGENT, null, null), 1);

        assertThat(later.repeated(new Wish(AGENT, first, null)))
                .hasValueSatisfying(outcome -> assertThat(outcome.version()).isZero());
        Facts other = Specification.facts(AGENT, "key", "another request");
        assertThatThrownBy(() -> later.repeated(new Wish(AGENT, other, null)))
                .isInstanceOf(RefusedOnVersionException.class);
    }

    @Test
    void a_change_that_was_decided_on_an_old_version_is_refused() {
        given(urgent())
                .when(AGENT, save(PRINTERS, "Printers"), null, null, -1L)
                .refusedBy(DispatchRule.VERSION_IS_OLD);
    }

    static Stream<Arguments> whatDoesNotFit() {
        TicketSelection fits = about("hardware");
        SortedSet<String> many =
                IntStream.range(0, 51)
                        .mapToObj(n -> "tag" + n)
                        .collect(Collectors.toCollection(TreeSet::new));
        return Stream.of(
                arguments(" ", fits, TextRule.MISSING),
                arguments("x".repeat(81), fits, TextRule.TOO_LONG),
                arguments("a\nb", fits, TextRule.HAS_CONTROL_CHARACTERS),
                arguments("x", about(" "), TextRule.MISSING),
                arguments("x", about("c".repeat(256)), TextRule.TOO_LONG),
                arguments("x", about("a\u0000"), TextRule.HAS_CONTROL_CHARACTERS),
                arguments(
                        "x",
                        selection(Whose.NOBODYS, null, new TreeSet<>(), null),
                        SavedViewRule.FILTER_DOES_NOT_FIT),
                arguments(
                        "x",
                        selection(null, null, sorted(List.of("a,b")), null),
                        SavedViewRule.FILTER_DOES_NOT_FIT),
                arguments("x", selection(null, null, many, null), TextRule.TOO_MANY_TAGS),
                arguments(
                        "x",
                        selection(
                                null,
                                null,
                                new TreeSet<>(),
                                Instant.parse("+10000-01-01T00:00:00Z")),
                        SavedViewRule.FILTER_DOES_NOT_FIT));
    }

    @ParameterizedTest
    @MethodSource("whatDoesNotFit")
    void what_the_list_would_refuse_is_neither_saved_nor_changed_to(
            String name, TicketSelection selection, Rule rule) {
        given().when(AGENT, new SaveView(VIEWS, URGENT, name, selection)).refusedBy(rule);
        given(urgent()).when(AGENT, change(URGENT, name, selection)).refusedBy(rule);
    }

    private static SavedViews after(SavedViewsEvent... events) {
        SavedViews views = SavedViews.none(ACME, PAT);
        for (SavedViewsEvent event : events) {
            views =
                    SavedViews.evolve(
                            views,
                            event,
                            Specification.facts(AGENT, null, null),
                            views.version() + 1);
        }
        return views;
    }

    @AfterAll
    static void every_command_is_specified() {
        assertThat(Specification.specified())
                .contains(SavedViewsCommand.class.getPermittedSubclasses());
    }
}
