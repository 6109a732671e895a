package dev.docket.query;

import dev.docket.edge.Node;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

/** A query node in a process of its own. */
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@Import(QuerySide.class)
public class QueryNode {

    private static final int PORT = 8082;

    public static void main(String[] arguments) {
        Node.application(QueryNode.class, PORT).run(arguments);
    }
}
