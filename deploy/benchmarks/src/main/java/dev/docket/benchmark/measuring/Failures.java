package dev.docket.benchmark.measuring;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once what kinds of failures a load met; how many is in its figures. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final Set<Class<?>> SAID = ConcurrentHashMap.newKeySet();

    private Failures() {}

    static void report(RuntimeException failed) {
        if (SAID.add(failed.getClass())) {
            LOG.warn("Operations fail, for instance so", failed);
        }
    }
}
