package dev.docket.command.attachment;

import static dev.docket.event.people.Role.ADMIN;
import static dev.docket.event.people.Role.AGENT;
import static dev.docket.event.people.Role.LEAD;
import static dev.docket.event.people.Role.REQUESTER;

import dev.docket.command.dispatch.Answers;
import dev.docket.command.dispatch.CommandRequest;
import dev.docket.command.dispatch.Receipt;
import dev.docket.content.ContentStore;
import dev.docket.content.ReceivedFile;
import dev.docket.edge.Allowed;
import dev.docket.event.attachment.AttachedFile;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.attachment.Sha256;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes files, one a request: the body is the file, and a header says what it is called. */
@RestController
class AttachmentController {

    static final String PATH = "/api/v1/attachments";

    private final ContentStore content;
    private final Attachments attachments;
    private final MediaTypes mediaTypes;

    AttachmentController(ContentStore content, Attachments attachments, MediaTypes mediaTypes) {
        this.content = content;
        this.attachments = attachments;
        this.mediaTypes = mediaTypes;
    }

    /**
     * What became of a file.
     *
     * @param size in bytes
     */
    record UploadedFile(
            AttachmentId id,
            String name,
            String mediaType,
            long size,
            Sha256 sha256,
            long position) {}

    /** What a request under a key is known by; the bytes count, not what was said of them. */
    private record Upload(String name, long size, Sha256 sha256) {}

    @PostMapping(path = PATH, consumes = "!multipart/form-data")
    @Allowed({REQUESTER, AGENT, LEAD, ADMIN})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<UploadedFile> upload(
            @RequestHeader(name = HttpHeaders.CONTENT_DISPOSITION, required = false)
                    @Nullable String disposition,
            HttpServletRequest http,
            CommandRequest request)
            throws IOException {
        String name = FileName.in(disposition);
        AttachmentId id = new AttachmentId(request.idFor("attachment"));
        try (ReceivedFile file = content.receive(http.getInputStream())) {
            AttachedFile described =
                    new AttachedFile(
                            id, name, mediaTypes.of(file, name), file.size(), file.sha256());
            Upload upload = new Upload(name, file.size(), file.sha256());
            Receipt<AttachedFile> receipt =
                    attachments.upload(described, file, request.wish("UploadFile", upload));
            return Answers.with(ResponseEntity.created(URI.create(PATH + "/" + id)), receipt)
                    .body(answer(receipt));
        }
    }

    private static UploadedFile answer(Receipt<AttachedFile> receipt) {
        AttachedFile file = receipt.result();
        return new UploadedFile(
                file.attachment(),
                file.name(),
                file.mediaType(),
                file.size(),
                file.sha256(),
                receipt.position());
    }
}
