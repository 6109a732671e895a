package dev.docket.query.freshness;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/**
 * The {@code ETag} of something that is changed by commands: its version, to be sent back as {@code
 * If-Match}. It does not answer {@code If-None-Match}: names, votes and categories that are shown
 * beside the thing change without it.
 */
public final class VersionTag {

    private VersionTag() {}

    public static void set(long version, HttpServletResponse response) {
        response.setHeader(HttpHeaders.ETAG, "\"" + version + "\"");
    }
}
