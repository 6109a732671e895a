package dev.docket.query.console;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the console has to be told.
 *
 * @param commands where a browser reaches the command nodes, for instance {@code
 *     https://commands.example.org}; absent if that is where the console itself is. The command
 *     nodes have to know the console's origin then, and both have to be of one site, or browsers
 *     keep the session's cookie from them
 */
@ConfigurationProperties("docket.console")
public record ConsoleProperties(@Nullable URI commands) {

    /** Without a slash at its end; empty for the console's own origin. */
    String base() {
        return commands == null ? "" : commands.toString().replaceFirst("/+$", "");
    }

    /** Scheme and authority: a policy that names a path allows nothing below it. */
    String origin() {
        return commands == null ? "" : commands.getScheme() + "://" + commands.getAuthority();
    }
}
