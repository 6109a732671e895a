package dev.docket.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * From where browsers may use what acts on a cookie or opens a connection.
 *
 * @param origins such as {@code https://desk.example.org}, of consoles that another node serves;
 *     the node's own is always among them
 */
@ConfigurationProperties("docket.console")
public record ConsoleOrigins(@DefaultValue List<URI> origins) {

    /** Refuses what a page of somebody else has sent. */
    public void require(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !isOwn(origin, request) && !isNamed(request)) {
            throw Problem.of(
                            HttpStatus.FORBIDDEN,
                            "foreign-origin",
                            "Pages of another origin may not do this")
                    .asException();
        }
    }

    /** Whether a page of one of the origins has sent it. */
    boolean isNamed(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && names().contains(lower(origin));
    }

    /** As browsers write them. */
    List<String> names() {
        return origins.stream()
                .map(origin -> lower(origin.toString()).replaceFirst("/+$", ""))
                .toList();
    }

    /**
     * The scheme is left out: behind a proxy that speaks https for the node, the node knows only
     * the host that the browser has named.
     */
    private static boolean isOwn(String origin, HttpServletRequest request) {
        int authority = origin.indexOf("://");
        return authority > 0
                && origin.substring(authority + 3)
                        .equalsIgnoreCase(host(request.getHeader(HttpHeaders.HOST)));
    }

    private static String host(@Nullable String header) {
        return header == null ? "" : header;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
