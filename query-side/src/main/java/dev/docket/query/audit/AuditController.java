package dev.docket.query.audit;

import static dev.docket.event.people.Role.ADMIN;
import static dev.docket.event.people.Role.AUDITOR;

import dev.docket.edge.Allowed;
import dev.docket.edge.Caller;
import dev.docket.edge.Problem;
import dev.docket.event.Recorded;
import dev.docket.event.TenantId;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.event.ticket.TicketEvent.TicketOpened;
import dev.docket.log.EventJson;
import dev.docket.log.EventType;
import dev.docket.log.EventTypes;
import dev.docket.log.LogReader;
import dev.docket.query.freshness.Freshness;
import dev.docket.query.freshness.View;
import dev.docket.query.paging.Asks;
import dev.docket.query.paging.Cursors;
import dev.docket.query.paging.Page;
import dev.docket.query.paging.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What auditors ask of the history. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    private static final List<String> TYPES =
            new EventTypes().all().stream().map(EventType::name).sorted().toList();
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_HISTORY = 10_000;
    private static final List<String> ORDERS = List.of("position", "-position");

    private final LogReader log;
    private final EventJson eventJson;
    private final AuditTrail trail;
    private final ReplayChecks checks;
    private final Freshness freshness;
    private final JsonMapper json;

    AuditController(
            LogReader log,
            EventJson eventJson,
            AuditTrail trail,
            ReplayChecks checks,
            Freshness freshness,
            JsonMapper json) {
        this.log = log;
        this.eventJson = eventJson;
        this.trail = trail;
        this.checks = checks;
        this.freshness = freshness;
        this.json = json;
    }

    /** A ticket's history, from the log itself; the whole of it unless a limit is given. */
    @GetMapping("/tickets/{id}/events")
    @Allowed({AUDITOR, ADMIN})
    @Asks({"cursor", "limit"})
    Page<AuditEvent> events(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
        Parameters asked = new Parameters(request, "cursor", "limit");
        Cursors cursors = new Cursors(caller.tenant().value(), "history", id.toString());
        String cursor = asked.cursor();
        long after = cursor == null ? -1 : cursors.number(cursor);
        int limit = asked.limit(Integer.MAX_VALUE - 1, LONGEST_HISTORY);
        List<AuditEvent> events =
                stream(id, caller.tenant()).stream()
                        .filter(event -> event.version() > after)
                        .limit(limit + 1L)
                        .map(event -> AuditEvent.of(event, eventJson))
                        .toList();
        return Page.of(events, limit, last -> cursors.of(Long.toString(last.version())));
    }

    /**
     * A ticket as it was: {@code asOf} is a position of the log, or a time in ISO 8601, and what
     * had happened by then counts. Without it, as it is.
     */
    @GetMapping("/tickets/{id}")
    @Allowed({AUDITOR, ADMIN})
    @Asks({"asOf"})
    TicketAsOf asOf(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
        Parameters asked = new Parameters(request, "asOf");
        Predicate<Recorded> happened = until(asked.text("asOf"));
        PastTicket ticket = null;
        for (Recorded recorded : stream(id, caller.tenant())) {
            if (!happened.test(recorded)) {
                break;
            }
            ticket = applied(ticket, recorded);
        }
        if (ticket == null) {
            throw notFound();
        }
        return TicketAsOf.of(ticket);
    }

    private static PastTicket applied(@Nullable PastTicket ticket, Recorded recorded) {
        if (!(recorded.event() instanceof TicketEvent event)) {
            throw new IllegalStateException("Not of a ticket: " + recorded.type());
        }
        if (ticket == null) {
            return new PastTicket((TicketOpened) event, recorded);
        }
        ticket.apply(event, recorded);
        return ticket;
    }

    private static Predicate<Recorded> until(@Nullable String asOf) {
        if (asOf == null) {
            return recorded -> true;
        }
        if (asOf.chars().allMatch(Character::isDigit) && asOf.length() < 19) {
            long position = Long.parseLong(asOf);
            return recorded -> recorded.position() <= position;
        }
        try {
            Instant time = Instant.parse(asOf);
            return recorded -> !recorded.occurredAt().isAfter(time);
        } catch (DateTimeParseException e) {
            throw Parameters.refused(
                    "asOf", "'%s' is neither a position nor a time in ISO 8601".formatted(asOf));
        }
    }

    private List<Recorded> stream(UUID id, TenantId tenant) {
        List<Recorded> events = log.readStream(id);
        boolean theirs =
                !events.isEmpty()
                        && events.getFirst().event() instanceof TicketOpened
                        && events.getFirst().facts().tenant().equals(tenant);
        if (!theirs) {
            throw notFound();
        }
        return events;
    }

    /** Events of all streams, page by page. */
    @GetMapping(value = "/events", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({AUDITOR, ADMIN})
    @Asks({"from", "to", "actor", "type", "correlation", "sort", "cursor", "limit"})
    Page<AuditEvent> events(
            Caller caller, HttpServletRequest request, HttpServletResponse response) {
        Parameters asked =
                new Parameters(
                        request,
                        "from",
                        "to",
                        "actor",
                        "type",
                        "correlation",
                        "sort",
                        "cursor",
                        "limit");
        AuditTrail.Filter filter = filter(caller, asked);
        Cursors cursors =
                new Cursors(
                        caller.tenant().value(), "events", Boolean.toString(filter.newestFirst()));
        String cursor = asked.cursor();
        Long after = cursor == null ? null : cursors.number(cursor);
        int limit = asked.limit();
        freshness.await(View.AUDIT_TRAIL, request, response);
        List<AuditEvent> rows = trail.page(filter, after, limit + 1);
        return Page.of(rows, limit, last -> cursors.of(Long.toString(last.position())));
    }

    /**
     * All of them, one JSON document a line, as long as the client listens. An answer that ends
     * without the end of its transfer coding is not all of them.
     */
    @GetMapping(value = "/events", produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Allowed({AUDITOR, ADMIN})
    @Asks({"from", "to", "actor", "type", "correlation"})
    void export(Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        AuditTrail.Filter filter =
                filter(
                        caller,
                        new Parameters(request, "from", "to", "actor", "type", "correlation"));
        freshness.await(View.AUDIT_TRAIL, request, response);
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
        trail.all(filter, event -> writeLine(event, out));
        out.flush();
    }

    private void writeLine(AuditEvent event, OutputStream out) {
        try {
            out.write(json.writeValueAsBytes(event));
            out.write('\n');
        } catch (IOException clientIsGone) {
            throw new UncheckedIOException(clientIsGone);
        }
    }

    private static AuditTrail.Filter filter(Caller caller, Parameters asked) {
        return new AuditTrail.Filter(
                caller.tenant().value(),
                asked.instant("from"),
                asked.instant("to"),
                asked.id("actor"),
                asked.oneOf("type", TYPES),
                asked.id("correlation"),
                "-position".equals(asked.oneOf("sort", ORDERS)));
    }

    /** Starts the check that the views show what the log says. */
    @PostMapping("/replay-checks")
    @Allowed({AUDITOR, ADMIN})
    ResponseEntity<ReplayCheck.Progress> startCheck(Caller caller, HttpServletRequest request) {
        Parameters.none(request);
        ReplayCheck check =
                checks.start(caller.tenant())
                        .orElseThrow(() ->
                                Problem.of(
                                                HttpStatus.CONFLICT,
                                                "replay-check-is-running",
                                                "A replay check is running on this node")
                                        .asException());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/audit/replay-checks/" + check.id()))
                .body(check.progress());
    }

    @GetMapping("/replay-checks/{id}")
    @Allowed({AUDITOR, ADMIN})
    ReplayCheck.Progress check(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
        Parameters.none(request);
        return checks.find(id, caller.tenant())
                .map(ReplayCheck::progress)
                .orElseThrow(AuditController::notFound);
    }

    @GetMapping("/replay-checks")
    @Allowed({AUDITOR, ADMIN})
    Page<ReplayCheck.Progress> checks(Caller caller, HttpServletRequest request) {
        Parameters.none(request);
        return new Page<>(
                checks.of(caller.tenant()).stream().map(ReplayCheck::progress).toList(), null);
    }

    private static RuntimeException notFound() {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such thing")
                .asException();
    }
}
