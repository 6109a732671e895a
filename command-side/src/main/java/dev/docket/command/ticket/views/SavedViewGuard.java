package dev.docket.command.ticket.views;

import dev.docket.command.decision.Refusal;
import dev.docket.command.decision.Rule;
import dev.docket.command.decision.TextRule;
import dev.docket.event.ticket.SavedViewId;
import dev.docket.event.ticket.TicketSelection;
import dev.docket.event.ticket.Whose;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The questions that decisions about views ask first. A view that passes them is one that {@code
 * GET /api/v1/tickets} takes.
 */
final class SavedViewGuard {

    private static final int LONGEST_NAME = 80;

    /** As long as a ticket's own. */
    private static final int LONGEST_TEXT = 255;

    /** Years of four digits, with which everything that reads the list can count. */
    private static final Instant FIRST = Instant.parse("1000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private SavedViewGuard() {}

    static Optional<Refusal> mustExist(SavedViews now, SavedViewId view) {
        return now.view(view).isPresent()
                ? Optional.empty()
                : refusal(SavedViewRule.VIEW_NOT_FOUND, null, "You have no view " + view);
    }

    static Optional<Refusal> nameMustFit(String name) {
        return TextRule.present("name", name).or(() -> TextRule.line("name", name, LONGEST_NAME));
    }

    static Optional<Refusal> nameMustBeFree(SavedViews now, SavedViewId bearer, String name) {
        return now.views().stream()
                .filter(other -> !other.id().equals(bearer) && other.name().equalsIgnoreCase(name))
                .findFirst()
                .flatMap(other ->
                        refusal(
                                SavedViewRule.VIEW_NAME_IS_TAKEN,
                                "name",
                                "You have a view '%s' already".formatted(other.name())));
    }

    static Optional<Refusal> selectionMustFit(TicketSelection selection) {
        return textMustFit("filter.category", selection.category())
                .or(() -> textMustFit("filter.subject", selection.subject()))
                .or(() -> tagsMustFit(selection))
                .or(() -> requesterMustBeSomebody(selection))
                .or(() -> timesMustFit(selection));
    }

    private static Optional<Refusal> textMustFit(String field, @Nullable String text) {
        return text == null
                ? Optional.empty()
                : TextRule.present(field, text).or(() -> TextRule.line(field, text, LONGEST_TEXT));
    }

    /** A list parts them by commas. */
    private static Optional<Refusal> tagsMustFit(TicketSelection selection) {
        return TextRule.tags(selection.tags())
                .map(broken -> new Refusal(broken.rule(), "filter.tags", broken.detail()))
                .or(() ->
                        selection.tags().stream().noneMatch(tag -> tag.contains(","))
                                ? Optional.empty()
                                : refusal(
                                        SavedViewRule.FILTER_DOES_NOT_FIT,
                                        "filter.tags",
                                        "A tag that is asked for has no comma"));
    }

    private static Optional<Refusal> requesterMustBeSomebody(TicketSelection selection) {
        return Whose.NOBODYS.equals(selection.requester())
                ? refusal(
                        SavedViewRule.FILTER_DOES_NOT_FIT,
                        "filter.requester",
                        "No ticket is requested by nobody")
                : Optional.empty();
    }

    private record Time(String field, @Nullable Instant at) {}

    private static Optional<Refusal> timesMustFit(TicketSelection selection) {
        return Stream.of(
                        new Time("filter.createdFrom", selection.createdFrom()),
                        new Time("filter.createdTo", selection.createdTo()),
                        new Time("filter.updatedFrom", selection.updatedFrom()),
                        new Time("filter.updatedTo", selection.updatedTo()))
                .filter(time -> isBeyond(time.at()))
                .findFirst()
                .flatMap(time ->
                        refusal(
                                SavedViewRule.FILTER_DOES_NOT_FIT,
                                time.field(),
                                "A time is of the years 1000 to 9999"));
    }

    private static boolean isBeyond(@Nullable Instant time) {
        return time != null && (time.isBefore(FIRST) || time.isAfter(LAST));
    }

    static Optional<Refusal> refusal(Rule rule, @Nullable String field, String detail) {
        return Optional.of(new Refusal(rule, field, detail));
    }
}
