package dev.docket.command.ticket;

import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.people.EmailAddress;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.TeamId;
import dev.docket.event.ticket.LinkKind;
import dev.docket.event.ticket.MessageId;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.TicketId;
import dev.docket.event.ticket.TicketType;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bodies of the requests; what a ticket may hold is said by the rules, not here. */
final class TicketRequests {

    private static final String REQUIRED = "is required";

    private TicketRequests() {}

    /**
     * @param requester whose concern it is; absent for the caller's own
     * @param requesterEmail the same by e-mail address
     */
    record Open(
            @NotNull(message = REQUIRED) String subject,
            @Nullable String description,
            @Nullable Priority priority,
            @Nullable TicketType type,
            @Nullable String category,
            @Nullable Set<@NotNull(message = REQUIRED) String> tags,
            @Nullable PersonId requester,
            @Nullable EmailAddress requesterEmail,
            @Nullable TeamId team,
            @Nullable PersonId agent,
            @Nullable List<@NotNull(message = REQUIRED) AttachmentId> attachments) {}

    record Edit(@Nullable String subject, @Nullable String description) {}

    record Classify(
            @NotNull(message = REQUIRED) TicketType type,
            @Nullable String category,
            @Nullable Set<@NotNull(message = REQUIRED) String> tags) {}

    record Prioritise(@NotNull(message = REQUIRED) Priority priority) {}

    record Assign(@Nullable TeamId team, @Nullable PersonId agent) {}

    record Message(
            @NotNull(message = REQUIRED) String body,
            @Nullable List<@NotNull(message = REQUIRED) AttachmentId> attachments) {}

    record Attach(
            @NotEmpty(message = REQUIRED)
                    List<@NotNull(message = REQUIRED) AttachmentId> attachments) {}

    record Redact(@NotNull(message = REQUIRED) String reason) {}

    record Hold(@NotNull(message = REQUIRED) String reason, @Nullable Instant until) {}

    record Resolve(@NotNull(message = REQUIRED) String solution) {}

    record Reason(@Nullable String reason) {}

    record Merge(@NotNull(message = REQUIRED) TicketId into) {}

    record Split(
            @NotNull(message = REQUIRED) String subject,
            @Nullable String description,
            @Nullable List<@NotNull(message = REQUIRED) MessageId> messages) {}

    record Link(
            @NotNull(message = REQUIRED) LinkKind kind,
            @NotNull(message = REQUIRED) TicketId ticket) {}
}
