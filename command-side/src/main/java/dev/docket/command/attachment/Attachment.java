package dev.docket.command.attachment;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Refusal;
import dev.docket.command.decision.Rule;
import dev.docket.command.dispatch.RecentCommands;
import dev.docket.event.Facts;
import dev.docket.event.TenantId;
import dev.docket.event.attachment.AttachedFile;
import dev.docket.event.attachment.AttachmentEvent;
import dev.docket.event.attachment.AttachmentEvent.AttachmentErased;
import dev.docket.event.attachment.AttachmentEvent.AttachmentPlaced;
import dev.docket.event.attachment.AttachmentEvent.AttachmentUploaded;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.attachment.Place;
import dev.docket.event.people.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What decisions about an attachment need to know of it, folded from its events.
 *
 * @param place what it belongs to; null while nothing has brought it along
 * @param erased whether its bytes are no longer kept on its account
 */
public record Attachment(
        TenantId tenant,
        long version,
        AttachedFile file,
        PersonId uploader,
        @Nullable Place place,
        boolean erased,
        RecentCommands<AttachedFile> recent) {

    static Attachment evolve(
            @Nullable Attachment before, AttachmentEvent event, Facts facts, long version) {
        if (before == null) {
            if (event instanceof AttachmentUploaded e) {
                return uploaded(e, facts);
            }
            throw new IllegalStateException("%s of a file that never came".formatted(event));
        }
        return switch (event) {
            case AttachmentUploaded again ->
                    throw new IllegalStateException("%s a second time".formatted(again));
            case AttachmentPlaced e -> before.at(version, e.place(), before.erased);
            case AttachmentErased _ -> before.at(version, before.place, true);
        };
    }

    private static Attachment uploaded(AttachmentUploaded e, Facts facts) {
        AttachedFile file =
                new AttachedFile(e.attachment(), e.name(), e.mediaType(), e.size(), e.sha256());
        return new Attachment(
                facts.tenant(),
                0,
                file,
                e.uploader(),
                null,
                false,
                RecentCommands.<AttachedFile>none().with(facts, 0, file));
    }

    private Attachment at(long then, @Nullable Place next, boolean gone) {
        return new Attachment(tenant, then, file, uploader, next, gone, recent);
    }

    /** Why somebody may not bring it along; nobody learns of files that others uploaded. */
    public Optional<Refusal> mustBeFreeFor(Actor actor) {
        if (!tenant.equals(actor.tenant()) || !uploader.equals(actor.person())) {
            return Optional.of(notFound(file.attachment()));
        }
        if (erased) {
            return refusal(AttachmentRule.ATTACHMENT_IS_ERASED, "%s was erased; upload it again");
        }
        return place == null
                ? Optional.empty()
                : refusal(
                        AttachmentRule.ATTACHMENT_IS_TAKEN,
                        "%s belongs to something already; upload it again");
    }

    private Optional<Refusal> refusal(Rule rule, String detail) {
        return Optional.of(new Refusal(rule, "attachments", detail.formatted(file.attachment())));
    }

    /** Why somebody may not bring some files along, for the first of them that refuses. */
    public static Optional<Refusal> mustBeFreeFor(
            Actor actor,
            List<AttachmentId> wanted,
            Function<AttachmentId, Optional<Attachment>> files) {
        return wanted.stream()
                .map(id ->
                        files.apply(id)
                                .map(known -> known.mustBeFreeFor(actor))
                                .orElseGet(() -> Optional.of(notFound(id))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What there is to know of files that there are. */
    public static List<AttachedFile> described(
            List<AttachmentId> ids, Function<AttachmentId, Optional<Attachment>> files) {
        return ids.stream().map(id -> files.apply(id).orElseThrow().file()).toList();
    }

    /** Why a file is refused that there is not, as far as somebody may know. */
    public static Refusal notFound(Object attachment) {
        return new Refusal(
                AttachmentRule.ATTACHMENT_NOT_FOUND,
                "attachments",
                "You have uploaded no file %s".formatted(attachment));
    }
}
