package dev.docket.command.imports;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.docket.command.decision.Actor;
import dev.docket.command.decision.RefusedException;
import dev.docket.command.dispatch.Wish;
import dev.docket.command.imports.Mapping.Opening;
import dev.docket.command.imports.Mapping.Step;
import dev.docket.command.people.People;
import dev.docket.command.people.PersonRule;
import dev.docket.command.people.RegisterPerson;
import dev.docket.command.ticket.AddNote;
import dev.docket.command.ticket.AssignTicket;
import dev.docket.command.ticket.CloseTicket;
import dev.docket.command.ticket.ImportStep;
import dev.docket.command.ticket.OpenTicket;
import dev.docket.command.ticket.PutOnHold;
import dev.docket.command.ticket.ReopenTicket;
import dev.docket.command.ticket.Reply;
import dev.docket.command.ticket.ResolveTicket;
import dev.docket.command.ticket.ResumeTicket;
import dev.docket.command.ticket.StartWork;
import dev.docket.command.ticket.TicketCommand;
import dev.docket.command.ticket.TicketDesk;
import dev.docket.command.ticket.UnassignTicket;
import dev.docket.event.Facts;
import dev.docket.event.Ids;
import dev.docket.event.people.EmailAddress;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.Role;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Channel;
import dev.docket.event.ticket.Classification;
import dev.docket.event.ticket.MessageId;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.TicketId;
import dev.docket.event.ticket.TicketType;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Turns rows into commands to tickets, at their original times. */
final class TicketRows implements RowImporter.Rows {

    private static final int LONGEST_SUBJECT = 120;

    private final TicketDesk desk;
    private final People people;
    private final Cache<PersonId, Boolean> known =
            Caffeine.newBuilder().maximumSize(50_000).build();

    TicketRows(TicketDesk desk, People people) {
        this.desk = desk;
        this.people = people;
    }

    @Override
    public void importRow(ImportState state, Mapping mapping, Row row) {
        TicketId ticket = ticket(state, mapping, row);
        PersonId actor = person(state, mapping, row);
        Instant time = time(mapping, row);
        TicketCommand step = step(mapping, ticket, row, actor);
        if (step == null) {
            open(state, mapping, ticket, row, actor, time);
            return;
        }
        if (!desk.isOpen(ticket)) {
            open(state, mapping, ticket, row, actor, time);
        }
        MessageId message =
                new MessageId(Ids.named("import-row", state.id().toString(), "" + row.number()));
        desk.send(
                ticket,
                new ImportStep(ticket, step, message, row.value(activityColumn(mapping))),
                wish(state, row, actor, time, "ImportStep", "row"));
    }

    private void open(
            ImportState state,
            Mapping mapping,
            TicketId ticket,
            Row row,
            PersonId actor,
            @Nullable Instant time) {
        Opening opening = mapping.ofTickets();
        String description = opening.description();
        String category = opening.category();
        Wish wish = wish(state, row, actor, time, "OpenTicket", "opening");
        try {
            desk.open(
                    ticket,
                    number ->
                            new OpenTicket(
                                    ticket,
                                    number,
                                    state.importer(),
                                    Channel.IMPORT,
                                    shortened(row.fill(opening.subject())),
                                    description == null ? "" : row.fill(description),
                                    opening.priority() == null
                                            ? Priority.MEDIUM
                                            : opening.priority(),
                                    new Classification(
                                            opening.type() == null
                                                    ? TicketType.REQUEST
                                                    : opening.type(),
                                            category == null ? null : row.fill(category),
                                            new TreeSet<>()),
                                    Assignment.NOBODY),
                    wish);
        } catch (ConcurrencyException openAlready) {
            throw new RefusedRowException(
                    "ticket-exists", "The row's ticket exists and is not of this import");
        }
    }

    private static @Nullable TicketCommand step(
            Mapping mapping, TicketId ticket, Row row, PersonId actor) {
        if (mapping.activity() == null) {
            return null;
        }
        String activity = row.value(mapping.activity());
        Step step = mapping.steps() == null ? null : mapping.steps().get(activity);
        if (step == null) {
            throw new RefusedRowException(
                    "import-activity-unmapped", "The mapping has no step for '" + activity + "'");
        }
        String text = step.text() == null ? activity : row.fill(step.text());
        MessageId message =
                new MessageId(Ids.named("import-message", ticket.toString(), "" + row.number()));
        return switch (step.action()) {
            case START_WORK -> new StartWork(ticket);
            case ASSIGN -> new AssignTicket(ticket, new Assignment(null, actor));
            case UNASSIGN -> new UnassignTicket(ticket);
            case PUT_ON_HOLD -> new PutOnHold(ticket, text, null);
            case RESUME -> new ResumeTicket(ticket);
            case RESOLVE -> new ResolveTicket(ticket, text);
            case CLOSE -> new CloseTicket(ticket, step.text() == null ? null : text);
            case REOPEN -> new ReopenTicket(ticket, text);
            case REPLY -> new Reply(ticket, message, Channel.IMPORT, text);
            case NOTE -> new AddNote(ticket, message, text);
        };
    }

    private static String activityColumn(Mapping mapping) {
        return String.valueOf(mapping.activity());
    }

    private static TicketId ticket(ImportState state, Mapping mapping, Row row) {
        return new TicketId(Ids.named("import-ticket", state.id().toString(), mapping.caseOf(row)));
    }

    private static Wish wish(
            ImportState state,
            Row row,
            PersonId actor,
            @Nullable Instant time,
            String command,
            String part) {
        Facts facts =
                new Facts(
                        state.tenant(),
                        actor,
                        command,
                        UUID.randomUUID(),
                        state.id().value(),
                        "import %s, row %d".formatted(state.id(), row.number()),
                        time,
                        "import/%s/%d/%s".formatted(state.id(), row.number(), part),
                        part);
        return new Wish(new Actor(state.tenant(), actor, true), facts, null);
    }

    private static @Nullable Instant time(Mapping mapping, Row row) {
        if (mapping.time() == null) {
            return null;
        }
        String text = row.value(mapping.time()).replace(' ', 'T');
        ZoneId zone = mapping.zone() == null ? ZoneOffset.UTC : mapping.zone();
        try {
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw new RefusedRowException("import-time", "'%s' is not a time".formatted(text));
        }
    }

    /**
     * Somebody who is only known by name gets an address that no mail can reach (RFC 2606); a row
     * that names nobody, as {@code -} does, was brought in by the importer.
     */
    private PersonId person(ImportState state, Mapping mapping, Row row) {
        String name = mapping.person() == null ? "" : row.value(mapping.person());
        String slug = slug(name);
        if (slug.isEmpty()) {
            return state.importer();
        }
        EmailAddress email = new EmailAddress(slug + "@" + slug(mapping.source()) + ".invalid");
        PersonId person = PersonId.of(email);
        if (known.getIfPresent(person) == null) {
            register(state, row, person, email, name);
            known.put(person, true);
        }
        return person;
    }

    private void register(
            ImportState state, Row row, PersonId person, EmailAddress email, String name) {
        RegisterPerson command = new RegisterPerson(person, email, name, Set.of(Role.AGENT), null);
        try {
            people.register(
                    command, wish(state, row, state.importer(), null, "RegisterPerson", "person"));
        } catch (RefusedException refused) {
            if (!refused.refusal().rule().equals(PersonRule.EMAIL_IS_TAKEN)) {
                throw refused;
            }
        }
    }

    private static String slug(String name) {
        String slug =
                Normalizer.normalize(name, Normalizer.Form.NFD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        return slug.substring(0, Math.min(slug.length(), 60));
    }

    private static String shortened(String subject) {
        String line = subject.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_SUBJECT
                ? line
                : line.substring(0, LONGEST_SUBJECT - 1) + "…";
    }
}
