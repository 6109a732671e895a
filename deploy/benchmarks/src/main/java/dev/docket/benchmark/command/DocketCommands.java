package dev.docket.benchmark.command;

import dev.docket.benchmark.Databases;
import dev.docket.command.CommandSide;
import dev.docket.command.decision.Actor;
import dev.docket.command.dispatch.Wish;
import dev.docket.command.ticket.AssignTicket;
import dev.docket.command.ticket.OpenTicket;
import dev.docket.command.ticket.TicketDesk;
import dev.docket.edge.Node;
import dev.docket.event.ticket.Assignment;
import dev.docket.event.ticket.Channel;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.TicketId;
import java.util.UUID;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** A command node as it runs in production, called where its controllers call. */
public final class DocketCommands implements Commands {

    private static final Actor AGENT = new Actor(Example.TENANT, Example.ACTOR, true);

    private final ConfigurableApplicationContext node;
    private final TicketDesk desk;

    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    @Import(CommandSide.class)
    static class CommandNode {}

    DocketCommands(Databases databases) {
        this(databases.create());
    }

    /** A command node on a database that others use too. */
    public DocketCommands(Databases.Database database) {
        node = Node.application(CommandNode.class, 0).run(database.arguments());
        desk = node.getBean(TicketDesk.class);
    }

    @Override
    public void open(UUID ticket) {
        openAndTell(ticket);
    }

    /** Opens a ticket; returns the position of that in the log. */
    public long openAndTell(UUID ticket) {
        TicketId id = new TicketId(ticket);
        return desk.open(
                        id,
                        number ->
                                new OpenTicket(
                                        id,
                                        number,
                                        Example.ACTOR,
                                        Channel.API,
                                        Example.SUBJECT,
                                        Example.DESCRIPTION,
                                        Priority.HIGH,
                                        Example.CLASSIFICATION,
                                        Assignment.NOBODY),
                        new Wish(AGENT, Example.facts("OpenTicket"), null))
                .position();
    }

    @Override
    public void assign(UUID ticket, long round) {
        TicketId id = new TicketId(ticket);
        desk.send(
                id,
                new AssignTicket(id, Example.assignment(round)),
                new Wish(AGENT, Example.facts("AssignTicket"), null));
    }

    @Override
    public void close() {
        node.close();
    }
}
