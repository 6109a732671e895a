package dev.docket.command.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.command.decision.Actor;
import dev.docket.command.decision.Refusal;
import dev.docket.command.decision.Rule;
import dev.docket.command.dispatch.RefusedOnVersionException;
import dev.docket.command.dispatch.Wish;
import dev.docket.event.Facts;
import dev.docket.event.Ids;
import dev.docket.event.TenantId;
import dev.docket.event.attachment.AttachedFile;
import dev.docket.event.attachment.AttachmentEvent;
import dev.docket.event.attachment.AttachmentEvent.AttachmentErased;
import dev.docket.event.attachment.AttachmentEvent.AttachmentPlaced;
import dev.docket.event.attachment.AttachmentEvent.AttachmentUploaded;
import dev.docket.event.attachment.AttachmentId;
import dev.docket.event.attachment.Place;
import dev.docket.event.attachment.Sha256;
import dev.docket.event.people.PersonId;
import dev.docket.log.FactsMetaData;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The specification of every command to an attachment. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AttachmentTest {

    private static final TenantId ACME = new TenantId(Ids.named("tenant", "acme"));
    private static final Actor RITA = new Actor(ACME, new PersonId(Ids.named("rita")), false);
    private static final Actor ANN = new Actor(ACME, new PersonId(Ids.named("ann")), true);
    private static final Actor RITA_ELSEWHERE =
            new Actor(new TenantId(Ids.named("tenant", "other")), RITA.person(), true);
    private static final AttachmentId FILE = new AttachmentId(Ids.named("file"));
    private static final Place TICKET = new Place(Place.Kind.TICKET, Ids.named("ticket"));
    private static final AttachedFile PHOTO = file(4_711);
    private static final AttachmentUploaded UPLOADED =
            new AttachmentUploaded(
                    FILE, PHOTO.name(), PHOTO.mediaType(), 4_711, PHOTO.sha256(), RITA.person());
    private static final AttachmentPlaced PLACED = new AttachmentPlaced(FILE, TICKET);
    private static final AttachmentErased EXPIRED =
            new AttachmentErased(FILE, "Nothing brought it along in time");

    private static AttachedFile file(long size) {
        return new AttachedFile(
                FILE, "photo.png", "image/png", size, new Sha256("0123456789abcdef".repeat(4)));
    }

    private static Facts facts(@Nullable String key, @Nullable String fingerprint) {
        return new Facts(
                ACME,
                RITA.person(),
                "Test",
                Ids.named("c"),
                Ids.named("c"),
                "test",
                null,
                key,
                fingerprint);
    }

    private static ResultValidator<AttachmentAggregate> when(
            Facts then, Object command, Facts now, AttachmentEvent... given) {
        AggregateTestFixture<AttachmentAggregate> fixture =
                new AggregateTestFixture<>(AttachmentAggregate.class);
        fixture.registerCommandHandlerInterceptor((work, chain) -> {
            work.registerCorrelationDataProvider(
                    message -> Map.of("facts", Wish.in(message).facts()));
            return chain.proceed();
        });
        return fixture.given(
                        Arrays.stream(given)
                                .map(event ->
                                        new GenericEventMessage<>(event, FactsMetaData.of(then)))
                                .toList())
                .when(command, Map.of("wish", new Wish(RITA, now, null)));
    }

    private static ResultValidator<AttachmentAggregate> when(
            Object command, AttachmentEvent... given) {
        return when(facts(null, null), command, facts(null, null), given);
    }

    @Test
    void a_file_is_uploaded_by_whoever_sends_it() {
        when(new UploadFile(FILE, PHOTO)).expectEvents(UPLOADED);
    }

    @Test
    void a_file_without_bytes_is_refused() {
        when(new UploadFile(FILE, file(0)))
                .expectNoEvents()
                .expectException(RefusedOnVersionException.class)
                .expectExceptionMessage("The file has no bytes");
    }

    @Test
    void a_repeated_upload_has_the_same_answer_and_another_one_under_its_key_none() {
        when(facts("key", "same"), new RepeatUpload(FILE), facts("key", "same"), UPLOADED)
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        when(facts("key", "same"), new RepeatUpload(FILE), facts("key", "other"), UPLOADED)
                .expectNoEvents()
                .expectException(RefusedOnVersionException.class)
                .expectExceptionMessage("The key was used for another request");
    }

    @Test
    void a_file_that_nothing_brings_along_expires_once() {
        when(new ExpireAttachment(FILE), UPLOADED).expectEvents(EXPIRED);
        when(new ExpireAttachment(FILE), UPLOADED, EXPIRED).expectNoEvents();
        when(new ExpireAttachment(FILE), UPLOADED, PLACED)
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    private static Attachment after(AttachmentEvent... events) {
        @Nullable Attachment attachment = null;
        for (int version = 0; version < events.length; version++) {
            attachment = Attachment.evolve(attachment, events[version], facts(null, null), version);
        }
        return Optional.ofNullable(attachment).orElseThrow();
    }

    private static Optional<Rule> rule(Attachment attachment, Actor actor) {
        return attachment.mustBeFreeFor(actor).map(Refusal::rule);
    }

    @Test
    void only_its_uploader_brings_it_along_and_to_one_place_only() {
        assertThat(rule(after(UPLOADED), RITA)).isEmpty();
        assertThat(rule(after(UPLOADED), ANN)).contains(AttachmentRule.ATTACHMENT_NOT_FOUND);
        assertThat(rule(after(UPLOADED), RITA_ELSEWHERE))
                .contains(AttachmentRule.ATTACHMENT_NOT_FOUND);
        assertThat(rule(after(UPLOADED, PLACED), RITA))
                .contains(AttachmentRule.ATTACHMENT_IS_TAKEN);
        assertThat(rule(after(UPLOADED, PLACED), ANN))
                .as("who did not upload it learns nothing")
                .contains(AttachmentRule.ATTACHMENT_NOT_FOUND);
        assertThat(rule(after(UPLOADED, EXPIRED), RITA))
                .contains(AttachmentRule.ATTACHMENT_IS_ERASED);
        assertThat(rule(after(UPLOADED, PLACED, EXPIRED), RITA))
                .contains(AttachmentRule.ATTACHMENT_IS_ERASED);
    }

    @Test
    void every_command_is_handled() {
        Set<Class<?>> handled = new HashSet<>();
        Arrays.stream(AttachmentAggregate.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                .forEach(method -> handled.add(method.getParameterTypes()[0]));

        assertThat(handled)
                .containsExactlyInAnyOrder(
                        UploadFile.class, RepeatUpload.class, ExpireAttachment.class);
    }
}
