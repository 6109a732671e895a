package dev.docket.projection;

import dev.docket.edge.Node;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** A projection node in a process of its own. */
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@Import(Projections.class)
public class ProjectionNode {

    private static final int PORT = 8083;

    public static void main(String[] arguments) {
        Node.application(ProjectionNode.class, PORT).run(arguments);
    }
}
