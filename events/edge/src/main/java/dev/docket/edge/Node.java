package dev.docket.edge;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;

/** How every node is started: what differs between nodes is their configuration and their port. */
public final class Node {

    /**
     * A virtual thread that loads a class keeps its carrier, also while it waits for another thread
     * that does. As many carriers as cores, which is usual, are soon all kept by the first requests
     * to a fresh node, which then wait for one another for ever.
     */
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    private static final int MANY = 64;

    private Node() {}

    /**
     * An application that is ready to run.
     *
     * @param port where it listens unless the configuration says otherwise
     */
    public static SpringApplication application(Class<?> configuration, int port) {
        if (System.getProperty(CARRIERS) == null) {
            System.setProperty(CARRIERS, Integer.toString(MANY));
        }
        SpringApplication application = new SpringApplication(configuration);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(defaults(port));
        return application;
    }

    private static Map<String, Object> defaults(int port) {
        Map<String, Object> defaults = new HashMap<>();
        defaults.put("server.port", port);
        defaults.put("server.shutdown", "graceful");
        defaults.put("server.compression.enabled", true);
        defaults.put("server.compression.mime-types", "application/json,application/problem+json");
        defaults.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
        defaults.put("spring.main.keep-alive", true);
        defaults.put("spring.threads.virtual.enabled", true);
        // A file is a body of its own: nothing gathers parts before a route has asked for them.
        defaults.put("spring.servlet.multipart.enabled", false);
        defaults.put("spring.web.resources.add-mappings", false);
        defaults.put("management.endpoints.web.exposure.include", "health,info,metrics,prometheus");
        defaults.put("management.endpoint.health.probes.enabled", true);
        defaults.put(
                "management.endpoint.health.group.readiness.include", "readinessState,database");
        // Its own check waits for a pool; the one above does not.
        defaults.put("management.health.db.enabled", false);
        defaults.put(
                "management.metrics.distribution.percentiles-histogram.http.server.requests", true);
        defaults.put("springdoc.swagger-ui.path", "/swagger-ui.html");
        defaults.put("springdoc.swagger-ui.persist-authorization", true);
        defaults.put("springdoc.override-with-generic-response", false);
        defaults.put("logging.level.root", "WARN");
        // A command to a ticket that does not exist is an answer, not a warning.
        defaults.put("logging.level.org.axonframework.modelling.command", "ERROR");
        defaults.put("logging.level.org.springdoc", "ERROR");
        defaults.put("logging.level.dev.docket", "INFO");
        return defaults;
    }
}
