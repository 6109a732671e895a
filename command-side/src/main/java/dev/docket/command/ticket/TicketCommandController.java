package dev.docket.command.ticket;

import static dev.docket.event.people.Role.ADMIN;
import static dev.docket.event.people.Role.AGENT;
import static dev.docket.event.people.Role.LEAD;
import static dev.docket.event.people.Role.REQUESTER;

import dev.docket.command.dispatch.Answers;
import dev.docket.command.dispatch.CommandRequest;
import dev.docket.command.dispatch.Receipt;
import dev.docket.edge.Allowed;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.people.EmailAddress;
import dev.docket.event.people.PersonId;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Channel;
import dev.docket.event.ticket.Classification;
import dev.docket.event.ticket.LinkKind;
import dev.docket.event.ticket.MessageId;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.TicketId;
import dev.docket.event.ticket.TicketType;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Commands to tickets: one sub-resource for each thing that can be wished. */
@RestController
@RequestMapping("/api/v1/tickets")
class TicketCommandController {

    private static final String NO_BODY = "";

    private final TicketDesk desk;

    TicketCommandController(TicketDesk desk) {
        this.desk = desk;
    }

    /** The body of an answer; what a query shows is at least as new as its position. */
    record Answer(
            TicketId id,
            String number,
            String status,
            long version,
            long position,
            @Nullable MessageId message,
            @Nullable TicketId newTicket) {}

    @PostMapping
    @Allowed({REQUESTER, AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> open(
            @Valid @RequestBody TicketRequests.Open body, CommandRequest request) {
        TicketId id = new TicketId(request.idFor("ticket"));
        Receipt<TicketAnswer> receipt =
                desk.open(
                        id,
                        number ->
                                new OpenTicket(
                                        id,
                                        number,
                                        requester(body, request),
                                        Channel.API,
                                        body.subject(),
                                        orEmpty(body.description()),
                                        body.priority() == null ? Priority.MEDIUM : body.priority(),
                                        classification(
                                                body.type() == null
                                                        ? TicketType.REQUEST
                                                        : body.type(),
                                                body.category(),
                                                body.tags()),
                                        new Assignment(body.team(), body.agent())),
                        orNone(body.attachments()),
                        request.wish("OpenTicket", body));
        return Answers.with(ResponseEntity.created(URI.create("/api/v1/tickets/" + id)), receipt)
                .body(answer(receipt, null, null));
    }

    private static PersonId requester(TicketRequests.Open body, CommandRequest request) {
        PersonId named = body.requester();
        EmailAddress email = body.requesterEmail();
        if (named != null) {
            return named;
        }
        return email == null ? request.caller().person() : PersonId.of(email);
    }

    @PatchMapping("/{id}")
    @Allowed({REQUESTER, AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> edit(
            @PathVariable UUID id, @RequestBody TicketRequests.Edit body, CommandRequest request) {
        return send(request, body, new EditTicket(ticket(id), body.subject(), body.description()));
    }

    @PutMapping("/{id}/classification")
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> classify(
            @PathVariable UUID id,
            @Valid @RequestBody TicketRequests.Classify body,
            CommandRequest request) {
        Classification to = classification(body.type(), body.category(), body.tags());
        return send(request, body, new ClassifyTicket(ticket(id), to));
    }

    @PutMapping("/{id}/priority")
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> prioritise(
            @PathVariable UUID id,
            @Valid @RequestBody TicketRequests.Prioritise body,
            CommandRequest request) {
        return send(request, body, new ChangePriority(ticket(id), body.priority()));
    }

    @PutMapping("/{id}/assignment")
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> assign(
            @PathVariable UUID id,
            @RequestBody TicketRequests.Assign body,
            CommandRequest request) {
        Assignment to = new Assignment(body.team(), body.agent());
        return send(request, body, new AssignTicket(ticket(id), to));
    }

    @DeleteMapping("/{id}/assignment")
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> unassign(@PathVariable UUID id, CommandRequest request) {
        return send(request, NO_BODY, new UnassignTicket(ticket(id)));
    }

    @PostMapping("/{id}/work")
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> startWork(@PathVariable UUID id, CommandRequest request) {
        return send(request, NO_BODY, new StartWork(ticket(id)));
    }

    @PostMapping("/{id}/replies")
    @Allowed({REQUESTER, AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> reply(
            @PathVariable UUID id,
            @Valid @RequestBody TicketRequests.Message body,
            CommandRequest request) {
        MessageId message = new MessageId(request.idFor("message"));
        Reply command = new Reply(ticket(id), message, Channel.API, body.body());
        Receipt<TicketAnswer> receipt =
                desk.send(
                        command, message, orNone(body.attachments()), request.wish("Reply", body));
        return Answers.with(ResponseEntity.status(201), receipt)
                .body(answer(receipt, message, null));
    }

    @PostMapping("/{id}/notes")
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> note(
            @PathVariable UUID id,
            @Valid @RequestBody TicketRequests.Message body,
            CommandRequest request) {
        MessageId message = new MessageId(request.idFor("message"));
        AddNote command = new AddNote(ticket(id), message, body.body());
        Receipt<TicketAnswer> receipt =
                desk.send(
                        command,
                        message,
                        orNone(body.attachments()),
                        request.wish("AddNote", body));
        return Answers.with(ResponseEntity.status(201), receipt)
                .body(answer(receipt, message, null));
    }

    @PostMapping("/{id}/attachments")
    @Allowed({REQUESTER, AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> attach(
            @PathVariable UUID id,
            @Valid @RequestBody TicketRequests.Attach body,
            CommandRequest request) {
        Receipt<TicketAnswer> receipt =
                desk.add(body.attachments(), ticket(id), request.wish("BringFiles", body));
        return Answers.with(ResponseEntity.ok(), receipt).body(answer(receipt, null, null));
    }

    @PostMapping("/{id}/attachments/{attachment}/removal")
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> removeAttachment(
            @PathVariable UUID id,
            @PathVariable UUID attachment,
            @Valid @RequestBody TicketRequests.Redact body,
            CommandRequest request) {
        return send(
                request,
                body,
                new RemoveAttachment(ticket(id), new AttachmentId(attachment), body.reason()));
    }

    @PostMapping("/{id}/messages/{message}/redaction")
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> redact(
            @PathVariable UUID id,
            @PathVariable UUID message,
            @Valid @RequestBody TicketRequests.Redact body,
            CommandRequest request) {
        return send(
                request,
                body,
                new RedactMessage(ticket(id), new MessageId(message), body.reason()));
    }

    @PostMapping("/{id}/hold")
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> hold(
            @PathVariable UUID id,
            @Valid @RequestBody TicketRequests.Hold body,
            CommandRequest request) {
        return send(request, body, new PutOnHold(ticket(id), body.reason(), body.until()));
    }

    @PostMapping("/{id}/resumption")
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> resume(@PathVariable UUID id, CommandRequest request) {
        return send(request, NO_BODY, new ResumeTicket(ticket(id)));
    }

    @PostMapping("/{id}/resolution")
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> resolve(
            @PathVariable UUID id,
            @Valid @RequestBody TicketRequests.Resolve body,
            CommandRequest request) {
        return send(request, body, new ResolveTicket(ticket(id), body.solution()));
    }

    @PostMapping("/{id}/closure")
    @Allowed({REQUESTER, AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> close(
            @PathVariable UUID id,
            @RequestBody TicketRequests.Reason body,
            CommandRequest request) {
        return send(request, body, new CloseTicket(ticket(id), body.reason()));
    }

    @PostMapping("/{id}/reopening")
    @Allowed({REQUESTER, AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> reopen(
            @PathVariable UUID id,
            @RequestBody TicketRequests.Reason body,
            CommandRequest request) {
        return send(request, body, new ReopenTicket(ticket(id), body.reason()));
    }

    @PostMapping("/{id}/merge")
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> merge(
            @PathVariable UUID id,
            @Valid @RequestBody TicketRequests.Merge body,
            CommandRequest request) {
        return send(request, body, new MergeTickets(ticket(id), body.into()));
    }

    @DeleteMapping("/{id}/merge/{into}")
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> unmerge(
            @PathVariable UUID id, @PathVariable UUID into, CommandRequest request) {
        return send(request, NO_BODY, new UnmergeTickets(ticket(id), ticket(into)));
    }

    @PostMapping("/{id}/splits")
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> split(
            @PathVariable UUID id,
            @Valid @RequestBody TicketRequests.Split body,
            CommandRequest request) {
        TicketId into = new TicketId(request.idFor("split"));
        List<MessageId> messages = body.messages() == null ? List.of() : body.messages();
        Receipt<TicketAnswer> receipt =
                desk.split(
                        number ->
                                new SplitTicket(
                                        ticket(id),
                                        into,
                                        number,
                                        body.subject(),
                                        orEmpty(body.description()),
                                        messages),
                        request.wish("SplitTicket", body));
        return Answers.with(ResponseEntity.created(URI.create("/api/v1/tickets/" + into)), receipt)
                .body(answer(receipt, null, into));
    }

    @PostMapping("/{id}/links")
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> link(
            @PathVariable UUID id,
            @Valid @RequestBody TicketRequests.Link body,
            CommandRequest request) {
        return send(request, body, new LinkTickets(ticket(id), body.kind(), body.ticket()));
    }

    @DeleteMapping("/{id}/links/{other}")
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> unlink(
            @PathVariable UUID id,
            @PathVariable UUID other,
            @RequestParam LinkKind kind,
            CommandRequest request) {
        return send(request, kind, new UnlinkTickets(ticket(id), kind, ticket(other)));
    }

    @PutMapping("/{id}/watchers/{person}")
    @Allowed({REQUESTER, AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> watch(
            @PathVariable UUID id, @PathVariable UUID person, CommandRequest request) {
        return send(request, NO_BODY, new WatchTicket(ticket(id), new PersonId(person)));
    }

    @DeleteMapping("/{id}/watchers/{person}")
    @Allowed({REQUESTER, AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> unwatch(
            @PathVariable UUID id, @PathVariable UUID person, CommandRequest request) {
        return send(request, NO_BODY, new UnwatchTicket(ticket(id), new PersonId(person)));
    }

    private ResponseEntity<Answer> send(
            CommandRequest request, Object body, TicketCommand command) {
        return sent(request, body, command.ticket(), command);
    }

    private ResponseEntity<Answer> send(CommandRequest request, Object body, PairCommand command) {
        return sent(request, body, command.ticket(), command);
    }

    private ResponseEntity<Answer> send(CommandRequest request, Object body, FileCommand command) {
        return sent(request, body, command.ticket(), command);
    }

    private ResponseEntity<Answer> sent(
            CommandRequest request, Object body, TicketId ticket, Object command) {
        Receipt<TicketAnswer> receipt =
                desk.send(ticket, command, request.wish(command.getClass().getSimpleName(), body));
        return Answers.with(ResponseEntity.ok(), receipt).body(answer(receipt, null, null));
    }

    private static Answer answer(
            Receipt<TicketAnswer> receipt,
            @Nullable MessageId message,
            @Nullable TicketId newTicket) {
        TicketAnswer ticket = receipt.result();
        return new Answer(
                ticket.id(),
                ticket.number().toString(),
                ticket.status().name().toLowerCase(Locale.ROOT),
                receipt.version(),
                receipt.position(),
                message,
                newTicket);
    }

    private static TicketId ticket(UUID id) {
        return new TicketId(id);
    }

    private static Classification classification(
            TicketType type, @Nullable String category, @Nullable Set<String> tags) {
        return new Classification(
                type, category, tags == null ? new TreeSet<>() : new TreeSet<>(tags));
    }

    private static List<AttachmentId> orNone(@Nullable List<AttachmentId> attachments) {
        return attachments == null ? List.of() : attachments;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
