package dev.docket.log;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the log is.
 *
 * @param log which engine holds the events
 * @param postgres the log's database; the signing keys are there with either engine
 * @param read the database of the views, where it is not the log's
 * @param axonServer {@code HOST:PORT} of an Axon Server, for that engine only
 */
@ConfigurationProperties("docket")
public record LogProperties(
        @DefaultValue("postgres") Engine log,
        Database postgres,
        @Nullable Database read,
        @Nullable String axonServer) {

    /** The database of the views. */
    public Database readDatabase() {
        return read == null ? postgres : read;
    }

    /** Which engine holds the events. */
    public enum Engine {
        POSTGRES,
        AXON_SERVER
    }

    /**
     * A PostgreSQL database.
     *
     * @param url a JDBC URL
     * @param poolSize connections at most; the writer and the listener have one each
     */
    public record Database(
            String url,
            @DefaultValue("docket") String username,
            @DefaultValue("") String password,
            @DefaultValue("10") int poolSize) {}
}
