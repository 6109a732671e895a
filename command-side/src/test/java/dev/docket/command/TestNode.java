package dev.docket.command;

import dev.docket.edge.Node;
import dev.docket.edge.Tokens;
import dev.docket.event.Ids;
import dev.docket.event.Recorded;
import dev.docket.event.TenantId;
import dev.docket.event.people.PersonId;
import dev.docket.event.people.Role;
import dev.docket.event.ticket.TicketEvent;
import dev.docket.log.LogProperties;
import dev.docket.log.LogReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A command node on a database of the test's; several may share one. */
public final class TestNode implements AutoCloseable {

    /** The organisation that a node without a name for it makes. */
    private static final TenantId HOME = new TenantId(Ids.named("tenant", "first"));

    public static final PersonId ANN = new PersonId(Ids.named("ann"));
    public static final PersonId RITA = new PersonId(Ids.named("rita"));

    private final ConfigurableApplicationContext context;

    private TestNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts a node.
     *
     * @param additions configuration that a test puts beside the node's own
     */
    public static TestNode on(LogProperties.Database database, Class<?>... additions) {
        return on(database, List.of(), additions);
    }

    /**
     * Starts a node.
     *
     * @param settings arguments beside the node's own
     */
    public static TestNode on(
            LogProperties.Database database, List<String> settings, Class<?>... additions) {
        SpringApplication application = Node.application(CommandNode.class, 0);
        application.addPrimarySources(List.of(additions));
        return new TestNode(application.run(arguments(database, settings)));
    }

    private static String[] arguments(LogProperties.Database database, List<String> settings) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--spring.jmx.enabled=false",
                                "--docket.attachments.directory=" + attachments(database),
                                "--docket.postgres.url=" + database.url(),
                                "--docket.postgres.username=" + database.username()));
        arguments.addAll(settings);
        return arguments.toArray(String[]::new);
    }

    /** Nodes that share a database share the files. */
    public static Path attachments(LogProperties.Database database) {
        UUID name = Ids.named("attachments", database.url());
        return Path.of("target", "attachments", name.toString()).toAbsolutePath();
    }

    public int port() {
        return Integer.parseInt(
                String.valueOf(context.getEnvironment().getProperty("local.server.port")));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The node as an agent of the first organisation sees it. */
    public TestHttp agent() {
        return as(ANN, Role.AGENT);
    }

    public TestHttp requester() {
        return as(RITA, Role.REQUESTER);
    }

    public TestHttp as(PersonId person, Role... roles) {
        String token = bean(Tokens.class).access(person, HOME, Set.of(roles));
        return anybody().with(token);
    }

    /** The node as somebody sees it who has not signed in. */
    public TestHttp anybody() {
        return new TestHttp(
                "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /** What the log holds of a stream. */
    public List<Recorded> stream(UUID stream) {
        return bean(LogReader.class).readStream(stream);
    }

    /** What happened to a ticket. */
    public List<TicketEvent> ticket(UUID ticket) {
        return stream(ticket).stream().map(Recorded::event).map(TicketEvent.class::cast).toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
