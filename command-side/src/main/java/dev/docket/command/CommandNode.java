package dev.docket.command;

import dev.docket.command.people.FirstStart;
import dev.docket.edge.Node;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * A command node in a process of its own. The first one that starts on an empty log prints how the
 * first administrator signs in; like everything on its console, that line goes where logs go.
 */
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@Import(CommandSide.class)
public class CommandNode {

    private static final int PORT = 8081;

    public static void main(String[] arguments) {
        Node.application(CommandNode.class, PORT)
                .run(arguments)
                .getBean(FirstStart.class)
                .run()
                .ifPresent(System.out::println);
    }
}
