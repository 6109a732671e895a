package dev.docket.command.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.command.decision.Actor;
import dev.docket.event.TenantId;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.TeamId;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Classification;
import dev.docket.event.ticket.MessageId;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.Status;
import dev.docket.event.ticket.TicketId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket is expected to be, kept without events: plain fields that commands change. It is
 * written from what the commands promise, so that the rules and it can contradict each other.
 */
final class TicketModel {

    /** What is expected of a command. */
    enum Verdict {
        REFUSED,
        NOTHING,
        CHANGED
    }

    private final TenantId tenant;
    private final TicketId id;
    private final PersonId requester;
    private Status status;
    private boolean wasInWork;
    private @Nullable String waitsFor;
    private @Nullable TicketId goesOnIn;
    private Status beforeMerge = Status.NEW;
    private String subject;
    private String description;
    private Priority priority;
    private Classification classification;
    private @Nullable TeamId team;
    private @Nullable PersonId agent;
    private boolean answered;
    private final Map<MessageId, Boolean> shown = new HashMap<>();
    private final Set<Ticket.Link> links = new HashSet<>();
    private final Set<PersonId> watchers = new HashSet<>();

    /** A ticket that was just opened or split off, as its opening says. */
    TicketModel(Ticket opened) {
        tenant = opened.tenant();
        id = opened.id();
        requester = opened.requester();
        status = opened.status();
        subject = opened.subject();
        description = opened.description();
        priority = opened.priority();
        classification = opened.classification();
        team = opened.assignment().team();
        agent = opened.assignment().agent();
    }

    private TicketModel(TicketModel other) {
        tenant = other.tenant;
        id = other.id;
        requester = other.requester;
        status = other.status;
        subject = other.subject;
        description = other.description;
        priority = other.priority;
        classification = other.classification;
        take(other);
    }

    private void take(TicketModel other) {
        status = other.status;
        wasInWork = other.wasInWork;
        waitsFor = other.waitsFor;
        goesOnIn = other.goesOnIn;
        beforeMerge = other.beforeMerge;
        subject = other.subject;
        description = other.description;
        priority = other.priority;
        classification = other.classification;
        team = other.team;
        agent = other.agent;
        answered = other.answered;
        shown.putAll(other.shown);
        links.clear();
        links.addAll(other.links);
        watchers.clear();
        watchers.addAll(other.watchers);
    }

    void mustEqual(Ticket ticket) {
        assertThat(ticket.id()).isEqualTo(id);
        assertThat(ticket.status()).isEqualTo(status);
        assertThat(ticket.subject()).isEqualTo(subject);
        assertThat(ticket.description()).isEqualTo(description);
        assertThat(ticket.priority()).isEqualTo(priority);
        assertThat(ticket.classification()).isEqualTo(classification);
        assertThat(ticket.assignment()).isEqualTo(new Assignment(team, agent));
        assertThat(ticket.answered()).isEqualTo(answered);
        assertThat(ticket.messages()).isEqualTo(shown.keySet());
        assertThat(ticket.messages())
                .allMatch(message ->
                        ticket.redacted().contains(message) != shown.getOrDefault(message, false));
        assertThat(ticket.links()).isEqualTo(links);
        assertThat(ticket.watchers()).isEqualTo(watchers);
        Ticket.Held held = ticket.held();
        assertThat(held == null ? null : held.reason()).isEqualTo(waitsFor);
        Ticket.Merged merged = ticket.merged();
        assertThat(merged == null ? null : merged.into()).isEqualTo(goesOnIn);
    }

    boolean isSeenBy(Actor actor) {
        boolean theirs = actor.worksOnTickets() || actor.person().equals(requester);
        return theirs && actor.tenant().equals(tenant);
    }

    private boolean isFinished() {
        return status == Status.CLOSED || status == Status.MERGED;
    }

    Verdict apply(Actor actor, TicketCommand wish) {
        if (!isSeenBy(actor)) {
            return Verdict.REFUSED;
        }
        return switch (wish) {
            case EditTicket edit -> edit(actor, edit);
            case ClassifyTicket to -> classify(actor, to.classification());
            case ChangePriority to -> prioritise(actor, to.priority());
            case AssignTicket to -> assign(actor, to.to());
            case UnassignTicket _ -> unassign(actor);
            case StartWork _ -> startWork(actor);
            case Reply reply -> reply(actor, reply);
            case AddNote note -> note(actor, note);
            case RedactMessage redact -> redact(actor, redact);
            case PutOnHold hold -> putOnHold(actor, hold);
            case ResumeTicket _ -> resume(actor);
            case ResolveTicket resolve -> resolve(actor, resolve.solution());
            case CloseTicket close -> close(close.reason());
            case ReopenTicket reopen -> reopen(reopen.reason());
            case WatchTicket watch -> watch(actor, watch.watcher());
            case UnwatchTicket unwatch -> unwatch(actor, unwatch.watcher());
            case ImportStep step -> imported(actor, step);
        };
    }

    private static boolean fits(@Nullable String text, int longest) {
        return text == null || text.length() <= longest;
    }

    private static boolean isText(String text, int longest) {
        return !text.isBlank() && text.length() <= longest;
    }

    private Verdict edit(Actor actor, EditTicket edit) {
        String to = edit.subject();
        String text = edit.description();
        boolean may = actor.worksOnTickets() || !answered;
        if (isFinished()
                || !may
                || (to != null && (!isText(to, 255) || to.contains("\n")))
                || !fits(text, 65_536)) {
            return Verdict.REFUSED;
        }
        String newSubject = to == null ? subject : to.strip();
        String newDescription = text == null ? description : text;
        boolean same = newSubject.equals(subject) && newDescription.equals(description);
        subject = newSubject;
        description = newDescription;
        return same ? Verdict.NOTHING : Verdict.CHANGED;
    }

    private Verdict classify(Actor actor, Classification to) {
        if (!actor.worksOnTickets() || isFinished() || to.tags().contains(" ")) {
            return Verdict.REFUSED;
        }
        boolean same = to.equals(classification);
        classification = to;
        return same ? Verdict.NOTHING : Verdict.CHANGED;
    }

    private Verdict prioritise(Actor actor, Priority to) {
        if (!actor.worksOnTickets() || isFinished()) {
            return Verdict.REFUSED;
        }
        boolean same = to == priority;
        priority = to;
        return same ? Verdict.NOTHING : Verdict.CHANGED;
    }

    private Verdict assign(Actor actor, Assignment to) {
        boolean toNobody = to.team() == null && to.agent() == null;
        if (!actor.worksOnTickets() || isFinished() || toNobody) {
            return Verdict.REFUSED;
        }
        boolean sameAgent = Objects.equals(to.agent(), agent);
        if (sameAgent && Objects.equals(to.team(), team)) {
            return Verdict.NOTHING;
        }
        if (status == Status.NEW || (status == Status.IN_PROGRESS && !sameAgent)) {
            status = Status.OPEN;
        }
        team = to.team();
        agent = to.agent();
        return Verdict.CHANGED;
    }

    private Verdict unassign(Actor actor) {
        if (!actor.worksOnTickets() || isFinished()) {
            return Verdict.REFUSED;
        }
        if (team == null && agent == null) {
            return Verdict.NOTHING;
        }
        team = null;
        agent = null;
        if (status == Status.IN_PROGRESS) {
            status = Status.OPEN;
        }
        return Verdict.CHANGED;
    }

    private Verdict startWork(Actor actor) {
        if (!actor.worksOnTickets() || isFinished() || status == Status.RESOLVED) {
            return Verdict.REFUSED;
        }
        if (status == Status.IN_PROGRESS && actor.person().equals(agent)) {
            return Verdict.NOTHING;
        }
        agent = actor.person();
        becomes(Status.IN_PROGRESS);
        return Verdict.CHANGED;
    }

    private void becomes(Status next) {
        status = next;
        waitsFor = null;
        wasInWork = false;
    }

    private Verdict reply(Actor actor, Reply reply) {
        if (isFinished() || !isText(reply.body(), 65_536)) {
            return Verdict.REFUSED;
        }
        shown.put(reply.message(), true);
        if (actor.worksOnTickets() && !actor.person().equals(requester)) {
            answered = true;
            status = status == Status.NEW ? Status.OPEN : status;
        } else if (status == Status.PENDING) {
            goOn();
        } else if (status == Status.RESOLVED) {
            becomes(Status.OPEN);
        }
        return Verdict.CHANGED;
    }

    private void goOn() {
        becomes(wasInWork && agent != null ? Status.IN_PROGRESS : Status.OPEN);
    }

    private Verdict note(Actor actor, AddNote note) {
        boolean may = actor.worksOnTickets() && status != Status.MERGED;
        if (!may || !isText(note.body(), 65_536)) {
            return Verdict.REFUSED;
        }
        shown.put(note.message(), true);
        return Verdict.CHANGED;
    }

    private Verdict redact(Actor actor, RedactMessage redact) {
        boolean isShown = shown.getOrDefault(redact.message(), false);
        if (!actor.worksOnTickets() || !isShown || !isText(redact.reason(), 1_000)) {
            return Verdict.REFUSED;
        }
        shown.put(redact.message(), false);
        return Verdict.CHANGED;
    }

    private Verdict putOnHold(Actor actor, PutOnHold hold) {
        boolean may = actor.worksOnTickets() && !isFinished() && status != Status.RESOLVED;
        if (!may || !isText(hold.reason(), 1_000)) {
            return Verdict.REFUSED;
        }
        if (hold.reason().equals(waitsFor) && hold.until() == null) {
            return Verdict.NOTHING;
        }
        if (status != Status.PENDING) {
            wasInWork = status == Status.IN_PROGRESS;
        }
        status = Status.PENDING;
        waitsFor = hold.reason();
        return Verdict.CHANGED;
    }

    private Verdict resume(Actor actor) {
        if (!actor.worksOnTickets() || status != Status.PENDING) {
            return Verdict.REFUSED;
        }
        goOn();
        return Verdict.CHANGED;
    }

    private Verdict resolve(Actor actor, String solution) {
        if (!actor.worksOnTickets() || isFinished() || !isText(solution, 65_536)) {
            return Verdict.REFUSED;
        }
        return moved(Status.RESOLVED);
    }

    private Verdict close(@Nullable String reason) {
        return status == Status.MERGED || !fits(reason, 1_000)
                ? Verdict.REFUSED
                : moved(Status.CLOSED);
    }

    private Verdict moved(Status to) {
        if (status == to) {
            return Verdict.NOTHING;
        }
        becomes(to);
        return Verdict.CHANGED;
    }

    private Verdict reopen(@Nullable String reason) {
        if (status == Status.MERGED || !fits(reason, 1_000)) {
            return Verdict.REFUSED;
        }
        boolean over = status == Status.RESOLVED || status == Status.CLOSED;
        return over ? moved(Status.OPEN) : Verdict.NOTHING;
    }

    private Verdict watch(Actor actor, PersonId watcher) {
        boolean may = actor.worksOnTickets() || actor.person().equals(watcher);
        if (!may || status == Status.MERGED) {
            return Verdict.REFUSED;
        }
        return watchers.add(watcher) ? Verdict.CHANGED : Verdict.NOTHING;
    }

    private Verdict unwatch(Actor actor, PersonId watcher) {
        if (!actor.worksOnTickets() && !actor.person().equals(watcher)) {
            return Verdict.REFUSED;
        }
        return watchers.remove(watcher) ? Verdict.CHANGED : Verdict.NOTHING;
    }

    /** All of a row's steps happen, or none of them. */
    private Verdict imported(Actor actor, ImportStep row) {
        TicketModel tried = new TicketModel(this);
        TicketCommand step = row.step();
        boolean over = status == Status.RESOLVED || status == Status.CLOSED;
        boolean staysOver =
                step instanceof ResolveTicket
                        || step instanceof CloseTicket
                        || step instanceof ReopenTicket
                        || step instanceof AddNote;
        boolean backToQueue = step instanceof AssignTicket || step instanceof UnassignTicket;
        Verdict prepared = Verdict.NOTHING;
        if (over && !staysOver) {
            prepared = tried.reopen(null);
        } else if (status == Status.PENDING && backToQueue) {
            prepared = tried.resume(actor);
        }
        Verdict done = tried.apply(actor, step);
        if (prepared == Verdict.REFUSED || done == Verdict.REFUSED) {
            return Verdict.REFUSED;
        }
        take(tried);
        return prepared == Verdict.NOTHING && done == Verdict.NOTHING
                ? note(actor, new AddNote(id, row.message(), row.remark()))
                : Verdict.CHANGED;
    }

    /** A command that concerns this ticket and another one. */
    Verdict apply(Actor actor, PairCommand wish, TicketModel other) {
        if (!actor.worksOnTickets() || !isSeenBy(actor)) {
            return Verdict.REFUSED;
        }
        return switch (wish) {
            case MergeTickets _ -> mergeInto(other);
            case UnmergeTickets _ -> unmergeFrom(other);
            case LinkTickets link -> link(link, other);
            case UnlinkTickets link -> unlink(link, other);
        };
    }

    private Verdict mergeInto(TicketModel other) {
        if (other != this && other.id.equals(goesOnIn)) {
            return Verdict.NOTHING;
        }
        if (other == this || status == Status.MERGED || other.isFinished()) {
            return Verdict.REFUSED;
        }
        beforeMerge = status;
        goesOnIn = other.id;
        status = Status.MERGED;
        return Verdict.CHANGED;
    }

    private Verdict unmergeFrom(TicketModel other) {
        if (!other.id.equals(goesOnIn)) {
            return Verdict.REFUSED;
        }
        goesOnIn = null;
        status = beforeMerge;
        return Verdict.CHANGED;
    }

    private Verdict link(LinkTickets link, TicketModel other) {
        if (other == this || status == Status.MERGED) {
            return Verdict.REFUSED;
        }
        other.links.add(new Ticket.Link(link.kind().inverse(), id));
        return links.add(new Ticket.Link(link.kind(), other.id))
                ? Verdict.CHANGED
                : Verdict.NOTHING;
    }

    private Verdict unlink(UnlinkTickets link, TicketModel other) {
        other.links.remove(new Ticket.Link(link.kind().inverse(), id));
        return links.remove(new Ticket.Link(link.kind(), other.id))
                ? Verdict.CHANGED
                : Verdict.REFUSED;
    }

    /** Splitting leaves the ticket as it is. */
    Verdict apply(Actor actor, SplitTicket split) {
        boolean may = isSeenBy(actor) && actor.worksOnTickets() && !isFinished();
        boolean fits = isText(split.subject(), 255) && shown.keySet().containsAll(split.messages());
        return may && fits ? Verdict.CHANGED : Verdict.REFUSED;
    }
}
