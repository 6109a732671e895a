package dev.docket.projection.running;

import dev.docket.edge.ProblemAdvice;
import java.util.List;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The routes by which operators reach a node, without signing in. */
public final class OperatorsDoor {

    private OperatorsDoor() {}

    public static MockMvcTester of(RunningProjections node) {
        return MockMvcTester.of(
                List.of(new ProjectionController(node)),
                routes -> routes.setControllerAdvice(new ProblemAdvice()).build());
    }
}
