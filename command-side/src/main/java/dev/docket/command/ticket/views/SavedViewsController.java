package dev.docket.command.ticket.views;

import static dev.docket.event.people.Role.ADMIN;
import static dev.docket.event.people.Role.AGENT;
import static dev.docket.event.people.Role.AUDITOR;
import static dev.docket.event.people.Role.LEAD;

import dev.docket.command.dispatch.Answers;
import dev.docket.command.dispatch.CommandDispatch;
import dev.docket.command.dispatch.CommandRequest;
import dev.docket.command.dispatch.Receipt;
import dev.docket.edge.Allowed;
import dev.docket.event.people.TeamId;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.SavedViewId;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketOrder;
import dev.docket.event.ticket.TicketSelection;
import dev.docket.event.ticket.Whose;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands about one's own views of the queue. */
@RestController
@RequestMapping("/api/v1/views")
class SavedViewsController {

    private static final String REQUIRED = "is required";
    private static final String NO_BODY = "";

    private final CommandDispatch dispatch;

    SavedViewsController(CommandDispatch dispatch) {
        this.dispatch = dispatch;
    }

    /** What a view is called and what it shows. */
    record Content(
            @NotNull(message = REQUIRED) String name,
            @NotNull(message = REQUIRED) @Valid Filter filter) {}

    /**
     * What {@code GET /api/v1/tickets} takes under the same names; what is absent narrows nothing.
     * Its lists keep their order, because the text stands for the request.
     */
    record Filter(
            @Nullable List<@NotNull(message = REQUIRED) Status> status,
            @Nullable List<@NotNull(message = REQUIRED) Priority> priority,
            @Nullable Whose assignee,
            @Nullable TeamId team,
            @Nullable Whose requester,
            @Nullable String category,
            @Nullable List<@NotNull(message = REQUIRED) String> tags,
            @Nullable String subject,
            @Nullable Instant createdFrom,
            @Nullable Instant createdTo,
            @Nullable Instant updatedFrom,
            @Nullable Instant updatedTo,
            @Nullable TicketOrder sort) {

        TicketSelection selection() {
            return new TicketSelection(
                    sorted(status),
                    sorted(priority),
                    assignee,
                    team,
                    requester,
                    category,
                    sorted(tags),
                    subject,
                    createdFrom,
                    createdTo,
                    updatedFrom,
                    updatedTo,
                    sort);
        }

        private static <T extends Comparable<T>> SortedSet<T> sorted(@Nullable List<T> values) {
            return values == null ? new TreeSet<>() : new TreeSet<>(values);
        }
    }

    /**
     * @param place among all views from 0, counted without the view itself
     */
    record Place(@NotNull(message = REQUIRED) Integer place) {}

    /**
     * The body of an answer; version and ETag are those of all views of the person.
     *
     * @param id of what was made or changed
     */
    record Answer(UUID id, long version, long position) {}

    @PostMapping
    @Allowed({AGENT, LEAD, ADMIN, AUDITOR})
    ResponseEntity<Answer> save(@Valid @RequestBody Content body, CommandRequest request) {
        SavedViewId id = new SavedViewId(request.idFor("view"));
        SaveView command = new SaveView(of(request), id, body.name(), body.filter().selection());
        URI location = URI.create("/api/v1/views/" + id);
        return send(ResponseEntity.created(location), id.value(), request, body, command);
    }

    @PutMapping("/{id}")
    @Allowed({AGENT, LEAD, ADMIN, AUDITOR})
    ResponseEntity<Answer> change(
            @PathVariable UUID id, @Valid @RequestBody Content body, CommandRequest request) {
        ChangeView command =
                new ChangeView(
                        of(request), new SavedViewId(id), body.name(), body.filter().selection());
        return send(ResponseEntity.ok(), id, request, body, command);
    }

    @PutMapping("/{id}/position")
    @Allowed({AGENT, LEAD, ADMIN, AUDITOR})
    ResponseEntity<Answer> move(
            @PathVariable UUID id, @Valid @RequestBody Place body, CommandRequest request) {
        MoveView command = new MoveView(of(request), new SavedViewId(id), body.place());
        return send(ResponseEntity.ok(), id, request, body, command);
    }

    @DeleteMapping("/{id}")
    @Allowed({AGENT, LEAD, ADMIN, AUDITOR})
    ResponseEntity<Answer> remove(@PathVariable UUID id, CommandRequest request) {
        RemoveView command = new RemoveView(of(request), new SavedViewId(id));
        return send(ResponseEntity.ok(), id, request, NO_BODY, command);
    }

    private static SavedViewsId of(CommandRequest request) {
        return SavedViewsId.of(request.caller().tenant(), request.caller().person());
    }

    private ResponseEntity<Answer> send(
            ResponseEntity.BodyBuilder answer,
            UUID id,
            CommandRequest request,
            Object body,
            SavedViewsCommand command) {
        Receipt<SavedViewsId> receipt =
                dispatch.send(
                        command.views().value(),
                        command,
                        request.wish(command.getClass().getSimpleName(), body));
        return Answers.with(answer, receipt)
                .body(new Answer(id, receipt.version(), receipt.position()));
    }
}
