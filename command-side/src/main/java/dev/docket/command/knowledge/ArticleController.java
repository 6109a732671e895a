package dev.docket.command.knowledge;

import static dev.docket.event.people.Role.ADMIN;
import static dev.docket.event.people.Role.AGENT;
import static dev.docket.event.people.Role.LEAD;
import static dev.docket.event.people.Role.REQUESTER;

import dev.docket.command.dispatch.Answers;
import dev.docket.command.dispatch.CommandRequest;
import dev.docket.command.dispatch.Receipt;
import dev.docket.command.knowledge.ArticleAnswer.Stage;
import dev.docket.command.knowledge.base.KnowledgeBase;
import dev.docket.command.knowledge.base.KnowledgeBaseDesk;
import dev.docket.edge.Allowed;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.knowledge.ArticleId;
import dev.docket.event.ticket.TicketId;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Commands to articles: one sub-resource for each thing that can be wished. */
@RestController
@RequestMapping("/api/v1/articles")
class ArticleController {

    private static final String NO_BODY = "";

    private final ArticleDesk desk;
    private final KnowledgeBaseDesk bases;

    ArticleController(ArticleDesk desk, KnowledgeBaseDesk bases) {
        this.desk = desk;
        this.bases = bases;
    }

    /**
     * The body of an answer; what a query shows is at least as new as its position.
     *
     * @param revision the newest
     * @param published the one that readers see; absent if they see none
     * @param stage of the newest revision
     */
    record Answer(
            ArticleId id,
            int revision,
            @Nullable Integer published,
            Stage stage,
            long version,
            long position) {}

    /**
     * @param voted whether the caller's vote counts
     */
    record VoteAnswer(ArticleId id, boolean voted, long version, long position) {}

    @PostMapping
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> draft(
            @Valid @RequestBody ArticleRequests.Draft body, CommandRequest request) {
        ArticleId id = new ArticleId(request.idFor("article"));
        return created(desk.draft(id, body.content(), request.wish("DraftArticle", body)));
    }

    @PostMapping("/from-ticket/{ticket}")
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> draftFromTicket(
            @PathVariable UUID ticket,
            @Valid @RequestBody ArticleRequests.Draft body,
            CommandRequest request) {
        ArticleId id = new ArticleId(request.idFor("article"));
        return created(
                desk.draft(
                        id,
                        new TicketId(ticket),
                        body.content(),
                        request.wish("DraftFromTicket", body)));
    }

    @PostMapping("/{id}/translations")
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> translate(
            @PathVariable UUID id,
            @Valid @RequestBody ArticleRequests.Translate body,
            CommandRequest request) {
        return created(
                desk.translate(
                        article(id),
                        body::content,
                        body.language(),
                        request.wish("TranslateArticle", body)));
    }

    @PutMapping("/{id}")
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> edit(
            @PathVariable UUID id,
            @Valid @RequestBody ArticleRequests.Edit body,
            CommandRequest request) {
        return ok(
                desk.edit(
                        article(id),
                        body.content(),
                        body.reason(),
                        request.wish("EditArticle", body)));
    }

    @PostMapping("/{id}/revisions/{revision}/restoration")
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> restore(
            @PathVariable UUID id,
            @PathVariable int revision,
            @RequestBody ArticleRequests.Restore body,
            CommandRequest request) {
        RestoreRevision command =
                new RestoreRevision(article(id), revision, body.reason(), base(request));
        return ok(desk.restore(command, request.wish("RestoreRevision", body)));
    }

    @PostMapping("/{id}/review")
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> requestReview(
            @PathVariable UUID id,
            @RequestBody ArticleRequests.Review body,
            CommandRequest request) {
        return send(request, body, new RequestReview(article(id), body.reviewer(), base(request)));
    }

    @PostMapping("/{id}/changes")
    @Allowed({LEAD, ADMIN})
    ResponseEntity<Answer> requestChanges(
            @PathVariable UUID id,
            @Valid @RequestBody ArticleRequests.Reason body,
            CommandRequest request) {
        return send(request, body, new RequestChanges(article(id), body.reason()));
    }

    @PostMapping("/{id}/approval")
    @Allowed({LEAD, ADMIN})
    ResponseEntity<Answer> approve(@PathVariable UUID id, CommandRequest request) {
        return send(request, NO_BODY, new ApproveArticle(article(id), base(request)));
    }

    @PostMapping("/{id}/publication")
    @Allowed({LEAD, ADMIN})
    ResponseEntity<Answer> publish(@PathVariable UUID id, CommandRequest request) {
        return send(request, NO_BODY, new PublishArticle(article(id), base(request)));
    }

    @DeleteMapping("/{id}/publication")
    @Allowed({LEAD, ADMIN})
    ResponseEntity<Answer> withdraw(
            @PathVariable UUID id, @RequestParam String reason, CommandRequest request) {
        return send(request, reason, new WithdrawArticle(article(id), reason));
    }

    @PutMapping("/{id}/schedule")
    @Allowed({LEAD, ADMIN})
    ResponseEntity<Answer> schedule(
            @PathVariable UUID id,
            @Valid @RequestBody ArticleRequests.Schedule body,
            CommandRequest request) {
        return ok(desk.schedule(article(id), body.at(), request.wish("SchedulePublication", body)));
    }

    @DeleteMapping("/{id}/schedule")
    @Allowed({LEAD, ADMIN})
    ResponseEntity<Answer> cancel(@PathVariable UUID id, CommandRequest request) {
        return send(request, NO_BODY, new CancelPublication(article(id)));
    }

    @PostMapping("/{id}/archive")
    @Allowed({LEAD, ADMIN})
    ResponseEntity<Answer> archive(
            @PathVariable UUID id,
            @Valid @RequestBody ArticleRequests.Reason body,
            CommandRequest request) {
        return send(request, body, new ArchiveArticle(article(id), body.reason()));
    }

    @DeleteMapping("/{id}/archive")
    @Allowed({LEAD, ADMIN})
    ResponseEntity<Answer> unarchive(@PathVariable UUID id, CommandRequest request) {
        return send(request, NO_BODY, new UnarchiveArticle(article(id)));
    }

    @PutMapping("/{id}/featured")
    @Allowed({LEAD, ADMIN})
    ResponseEntity<Answer> feature(@PathVariable UUID id, CommandRequest request) {
        return send(request, NO_BODY, new FeatureArticle(article(id)));
    }

    @DeleteMapping("/{id}/featured")
    @Allowed({LEAD, ADMIN})
    ResponseEntity<Answer> unfeature(@PathVariable UUID id, CommandRequest request) {
        return send(request, NO_BODY, new UnfeatureArticle(article(id)));
    }

    @PostMapping("/{id}/confirmation")
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> confirm(@PathVariable UUID id, CommandRequest request) {
        return send(request, NO_BODY, new ConfirmArticle(article(id)));
    }

    @PutMapping("/{id}/links/{ticket}")
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> link(
            @PathVariable UUID id, @PathVariable UUID ticket, CommandRequest request) {
        return ok(
                desk.link(article(id), new TicketId(ticket), request.wish("LinkArticle", NO_BODY)));
    }

    @DeleteMapping("/{id}/links/{ticket}")
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> unlink(
            @PathVariable UUID id, @PathVariable UUID ticket, CommandRequest request) {
        return send(request, NO_BODY, new UnlinkArticle(article(id), new TicketId(ticket)));
    }

    @PostMapping("/{id}/attachments")
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> attach(
            @PathVariable UUID id,
            @Valid @RequestBody ArticleRequests.Attach body,
            CommandRequest request) {
        return ok(
                desk.attach(
                        article(id),
                        body.attachments(),
                        body.reason(),
                        request.wish("AttachFiles", body)));
    }

    @PostMapping("/{id}/attachments/{attachment}/removal")
    @Allowed({AGENT, LEAD, ADMIN})
    ResponseEntity<Answer> removeFile(
            @PathVariable UUID id,
            @PathVariable UUID attachment,
            @Valid @RequestBody ArticleRequests.Reason body,
            CommandRequest request) {
        RemoveFile command =
                new RemoveFile(article(id), new AttachmentId(attachment), body.reason());
        return ok(desk.remove(command, request.wish("RemoveFile", body)));
    }

    @PutMapping("/{id}/vote")
    @Allowed({REQUESTER, AGENT, LEAD, ADMIN})
    ResponseEntity<VoteAnswer> vote(
            @PathVariable UUID id,
            @Valid @RequestBody ArticleRequests.Vote body,
            CommandRequest request) {
        return voted(
                id,
                desk.vote(
                        article(id),
                        body.helpful(),
                        body.comment(),
                        request.wish("CastVote", body)));
    }

    @DeleteMapping("/{id}/vote")
    @Allowed({REQUESTER, AGENT, LEAD, ADMIN})
    ResponseEntity<VoteAnswer> withdrawVote(@PathVariable UUID id, CommandRequest request) {
        return voted(id, desk.withdrawVote(article(id), request.wish("WithdrawVote", NO_BODY)));
    }

    private ResponseEntity<Answer> send(
            CommandRequest request, Object body, ArticleCommand command) {
        return ok(desk.send(command, request.wish(command.getClass().getSimpleName(), body)));
    }

    private static ResponseEntity<Answer> created(Receipt<ArticleAnswer> receipt) {
        URI location = URI.create("/api/v1/articles/" + receipt.result().id());
        return Answers.with(ResponseEntity.created(location), receipt).body(answer(receipt));
    }

    private static ResponseEntity<Answer> ok(Receipt<ArticleAnswer> receipt) {
        return Answers.with(ResponseEntity.ok(), receipt).body(answer(receipt));
    }

    private static ResponseEntity<VoteAnswer> voted(UUID id, Receipt<Boolean> receipt) {
        return Answers.with(ResponseEntity.ok(), receipt)
                .body(
                        new VoteAnswer(
                                article(id),
                                receipt.result(),
                                receipt.version(),
                                receipt.position()));
    }

    private static Answer answer(Receipt<ArticleAnswer> receipt) {
        ArticleAnswer article = receipt.result();
        return new Answer(
                article.id(),
                article.revision(),
                article.published(),
                article.stage(),
                receipt.version(),
                receipt.position());
    }

    private KnowledgeBase base(CommandRequest request) {
        return bases.of(request.caller().tenant());
    }

    private static ArticleId article(UUID id) {
        return new ArticleId(id);
    }
}
