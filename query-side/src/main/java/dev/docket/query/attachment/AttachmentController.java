package dev.docket.query.attachment;

import static dev.docket.event.people.Role.ADMIN;
import static dev.docket.event.people.Role.AGENT;
import static dev.docket.event.people.Role.AUDITOR;
import static dev.docket.event.people.Role.LEAD;
import static dev.docket.event.people.Role.REQUESTER;

import dev.docket.content.ContentAwayException;
import dev.docket.content.ContentStore;
import dev.docket.edge.Allowed;
import dev.docket.edge.Caller;
import dev.docket.edge.Problem;
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
    @Allowed({REQUESTER, AGENT, LEAD, ADMIN, AUDITOR})
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    void get(
            @PathVariable UUID id,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Parameters.none(request);
        sources.forEach(source -> freshness.await(source.view(), request, response));
        StoredFile file = find(id, caller);
        String etag = "\"" + file.sha256() + "\"";
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (new ServletWebRequest(request, response).checkNotModified(etag)) {
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
            describe(file, range, response);
        } else {
            send(file, range, response);
        }
    }

    private StoredFile find(UUID id, Caller caller) {
        return sources.stream()
                .map(source -> source.find(id, caller))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() ->
                        Problem.of(
                                        HttpStatus.NOT_FOUND,
                                        "attachment-not-found",
                                        "There is no such file")
                                .asException());
    }

    /** The bytes are at hand before the answer begins, so that it can still be a problem. */
    private void send(StoredFile file, AskedRange range, HttpServletResponse response)
            throws IOException {
        try (InputStream bytes = open(file, range)) {
            describe(file, range, response);
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

    private static void describe(StoredFile file, AskedRange range, HttpServletResponse response) {
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
