package dev.docket.query.attachment;

import dev.docket.content.ContentAwayException;
import dev.docket.content.ContentStore;
import dev.docket.edge.Caller;
import dev.docket.edge.Problem;
import dev.docket.edge.Public;
import dev.docket.query.freshness.Freshness;
import dev.docket.query.paging.Parameters;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Gives files, or parts of them. Nothing that a browser could run is shown by it: all but a few
 * kinds of pictures are to be saved, and even those are shown without rights.
 */
@RestController
class AttachmentController {

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentController.class);

    private static final Set<String> SHOWN =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private static final Duration KEPT = Duration.ofHours(1);

    private final List<AttachmentSource> sources;
    private final ContentStore content;
    private final Freshness freshness;

    AttachmentController(
            List<AttachmentSource> sources, ContentStore content, Freshness freshness) {
        this.sources = sources;
        this.content = content;
        this.freshness = freshness;
    }

    @GetMapping("/api/v1/attachments/{id}")
    @Public("What everybody may read has pictures and files")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    void get(
            @PathVariable UUID id,
            Optional<Caller> caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Parameters.none(request);
        sources.forEach(source -> freshness.await(source.view(), request, response));
        Given given = caller.map(who -> find(id, who)).orElseGet(() -> findOpen(id));
        StoredFile file = given.file();
        String etag = "\"" + file.sha256() + "\"";
        if (new ServletWebRequest(request, response).checkNotModified(etag)) {
            given.tellCaches(response);
            return;
        }
        AskedRange range = AskedRange.of(request, etag, file.size());
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        if (range.isPart()) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, range.of(file.size()));
        }
        if (range.count() == 0) {
            throw Problem.of(
                            HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
                            "no-such-range",
                            "The file has %d bytes".formatted(file.size()))
                    .asException();
        }
        if (request.getMethod().equals(HttpMethod.HEAD.name())) {
            describe(given, range, response);
        } else {
            send(given, range, response);
        }
    }

    /**
     * A file, and how long anything between here and a reader may keep it; problems are not kept.
     */
    private record Given(StoredFile file, String cacheControl, List<String> surrogateKeys) {

        void tellCaches(HttpServletResponse response) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
            if (!surrogateKeys.isEmpty()) {
                response.setHeader("Surrogate-Key", String.join(" ", surrogateKeys));
            }
        }
    }

    private Given find(UUID id, Caller caller) {
        if (caller.roles().isEmpty()) {
            throw Problem.of(HttpStatus.FORBIDDEN, "role-missing", "Your roles do not allow this")
                    .asException();
        }
        return sources.stream()
                .map(source -> source.find(id, caller))
                .flatMap(Optional::stream)
                .findFirst()
                .map(file -> new Given(file, "private, no-cache", List.of()))
                .orElseThrow(() ->
                        Problem.of(
                                        HttpStatus.NOT_FOUND,
                                        "attachment-not-found",
                                        "There is no such file")
                                .asException());
    }

    /** What everybody may have is kept as long as the pages that show it. */
    private Given findOpen(UUID id) {
        return sources.stream()
                .map(source -> source.findOpen(id))
                .flatMap(Optional::stream)
                .findFirst()
                .map(open ->
                        new Given(
                                open.file(),
                                "max-age=%d, public".formatted(KEPT.toSeconds()),
                                open.surrogateKeys()))
                .orElseThrow(() ->
                        Problem.of(
                                        HttpStatus.UNAUTHORIZED,
                                        "not-signed-in",
                                        "Sign in: not everybody may have this file")
                                .asException());
    }

    /** The bytes are at hand before the answer begins, so that it can still be a problem. */
    private void send(Given given, AskedRange range, HttpServletResponse response)
            throws IOException {
        try (InputStream bytes = open(given.file(), range)) {
            describe(given, range, response);
            bytes.transferTo(response.getOutputStream());
        }
    }

    private InputStream open(StoredFile file, AskedRange range) {
        try {
            return content.read(file.sha256(), range.first(), range.count());
        } catch (ContentAwayException e) {
            LOG.warn("The store of files does not answer", e);
            throw Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "files-away",
                            "The file cannot be read at the moment")
                    .asException();
        }
    }

    private static void describe(Given given, AskedRange range, HttpServletResponse response) {
        StoredFile file = given.file();
        given.tellCaches(response);
        HttpStatus status = range.isPart() ? HttpStatus.PARTIAL_CONTENT : HttpStatus.OK;
        response.setStatus(status.value());
        response.setContentType(file.mediaType());
        response.setContentLengthLong(range.count());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(file));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    private static String disposition(StoredFile file) {
        ContentDisposition.Builder disposition =
                SHOWN.contains(file.mediaType())
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment();
        return disposition.filename(file.name(), StandardCharsets.UTF_8).build().toString();
    }
}
