package dev.docket.command;

import dev.docket.edge.Node;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** A command node in a process of its own. */
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@Import(CommandSide.class)
public class CommandNode {

    private static final int PORT = 8081;

    public static void main(String[] arguments) {
        Node.application(CommandNode.class, PORT).run(arguments);
    }
}
