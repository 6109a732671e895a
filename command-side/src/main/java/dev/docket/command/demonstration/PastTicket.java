package dev.docket.command.demonstration;

import dev.docket.command.demonstration.Company.Said;
import dev.docket.command.demonstration.Company.Speaker;
import dev.docket.command.demonstration.Company.Story;
import dev.docket.command.ticket.AddNote;
import dev.docket.command.ticket.AssignTicket;
import dev.docket.command.ticket.CloseTicket;
import dev.docket.command.ticket.PutOnHold;
import dev.docket.command.ticket.ReopenTicket;
import dev.docket.command.ticket.Reply;
import dev.docket.command.ticket.ResolveTicket;
import dev.docket.command.ticket.ResumeTicket;
import dev.docket.command.ticket.TicketCommand;
import dev.docket.event.Ids;
import dev.docket.event.people.PersonId;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Channel;
import dev.docket.event.ticket.MessageId;
import dev.docket.event.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A ticket of the past weeks.
 *
 * @param steps in their order, the first after the opening
 */
record PastTicket(
        TicketId ticket, Story story, PersonId requester, Instant opened, List<Step> steps) {

    /** Who wished what and when. */
    record Step(PersonId actor, Instant at, TicketCommand command) {}

    /**
     * Draws what becomes of a story.
     *
     * @param until what would happen later does not happen
     */
    static PastTicket of(
            TicketId ticket,
            Story story,
            PersonId requester,
            PersonId agent,
            Instant opened,
            Instant until,
            WorkingWeeks weeks,
            SplittableRandom random) {
        Course course = new Course(ticket, requester, agent, opened, weeks, random);
        course.tell(story);
        List<Step> steps =
                course.steps.stream().takeWhile(step -> step.at().isBefore(until)).toList();
        return new PastTicket(ticket, story, requester, opened, steps);
    }

    private static final class Course {

        private static final double SHARE_CLOSED = 0.7;
        private static final double SHARE_REOPENED = 0.06;

        private final List<Step> steps = new ArrayList<>();
        private final TicketId ticket;
        private final PersonId requester;
        private final PersonId agent;
        private final WorkingWeeks weeks;
        private final SplittableRandom random;
        private Instant time;

        Course(
                TicketId ticket,
                PersonId requester,
                PersonId agent,
                Instant opened,
                WorkingWeeks weeks,
                SplittableRandom random) {
            this.ticket = ticket;
            this.requester = requester;
            this.agent = agent;
            this.time = opened;
            this.weeks = weeks;
            this.random = random;
        }

        void tell(Story story) {
            Duration usual =
                    switch (story.priority()) {
                        case CRITICAL -> Duration.ofMinutes(12);
                        case HIGH -> Duration.ofMinutes(40);
                        case MEDIUM -> Duration.ofHours(2);
                        case LOW -> Duration.ofHours(5);
                    };
            does(agent, usual, new AssignTicket(ticket, new Assignment(null, agent)));
            for (Said said : story.talk()) {
                says(said, usual);
            }
            if (story.hold() != null) {
                does(agent, usual, new PutOnHold(ticket, story.hold(), null));
                does(agent, Duration.ofDays(1), new ResumeTicket(ticket));
            }
            does(agent, usual.multipliedBy(3), new ResolveTicket(ticket, story.solution()));
            if (random.nextDouble() < SHARE_REOPENED) {
                does(
                        requester,
                        Duration.ofHours(8),
                        new ReopenTicket(ticket, "It has come back this morning."));
                does(agent, usual.multipliedBy(2), new ResolveTicket(ticket, story.solution()));
            }
            if (random.nextDouble() < SHARE_CLOSED) {
                does(agent, Duration.ofDays(3), new CloseTicket(ticket, null));
            }
        }

        private void says(Said said, Duration usual) {
            MessageId message =
                    new MessageId(
                            Ids.named("demonstration-message", ticket.toString(), said.text()));
            if (said.by() == Speaker.NOTE) {
                does(agent, usual, new AddNote(ticket, message, said.text()));
            } else {
                PersonId speaker = said.by() == Speaker.AGENT ? agent : requester;
                does(speaker, usual, new Reply(ticket, message, Channel.WEB, said.text()));
            }
        }

        /** Some things take a quarter of the usual time, some four times as long. */
        private void does(PersonId actor, Duration usual, TicketCommand command) {
            double factor = Math.pow(4, 2 * random.nextDouble() - 1);
            Duration taken = Duration.ofSeconds(Math.round(usual.toSeconds() * factor));
            time = weeks.later(time, taken, random);
            steps.add(new Step(actor, time, command));
        }
    }
}
