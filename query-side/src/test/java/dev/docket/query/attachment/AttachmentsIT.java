package dev.docket.query.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.event.attachment.AttachedFile;
import dev.docket.event.people.Role;
import dev.docket.event.ticket.MessageId;
import dev.docket.event.ticket.TicketEvent.AttachmentRemoved;
import dev.docket.event.ticket.TicketEvent.MessageRedacted;
import dev.docket.event.ticket.TicketEvent.NoteAdded;
import dev.docket.event.ticket.TicketEvent.ReplyAdded;
import dev.docket.event.ticket.TicketId;
import dev.docket.query.Answer;
import dev.docket.query.OnQueryPlatform;
import dev.docket.query.QueryPlatform;
import dev.docket.query.Someone;
import dev.docket.query.Tickets;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets which files, how, and which parts of them. */
@ExtendWith(OnQueryPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AttachmentsIT {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz";

    private final QueryPlatform platform;
    private final Someone requester = Someone.ofNewOrganisation(Role.REQUESTER);
    private final Someone agent = requester.colleague(Role.AGENT);
    private UUID ticket = new UUID(0, 0);

    AttachmentsIT(QueryPlatform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void a_ticket() {
        ticket = Tickets.ticket(requester, "No sound").open(platform);
    }

    private AttachedFile file(String name, String mediaType) {
        return Tickets.file(platform, name, mediaType, ALPHABET);
    }

    private AttachedFile onTicket(String name, String mediaType) {
        AttachedFile file = file(name, mediaType);
        platform.append(requester, ticket, Tickets.files(ticket, null, file));
        return file;
    }

    private AttachedFile letters() {
        return onTicket("letters.txt", "text/plain");
    }

    private static String path(AttachedFile file) {
        return "/api/v1/attachments/" + file.attachment();
    }

    private static String etag(AttachedFile file) {
        return "\"" + file.sha256() + "\"";
    }

    private Answer ask(Someone caller, AttachedFile file, String... headers) {
        return ask("GET", caller, file, headers);
    }

    private Answer ask(String method, Someone caller, AttachedFile file, String... headers) {
        platform.get(caller, "/api/v1/tickets");
        HttpRequest.Builder request =
                platform.request(caller, path(file))
                        .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return platform.send(request);
    }

    @Test
    void files_are_listed_with_what_brought_them_in_their_order() {
        AttachedFile first = letters();
        AttachedFile second = onTicket("more.txt", "text/plain");
        ReplyAdded reply = Tickets.reply(ticket, agent, "See there");
        AttachedFile photo = file("photo.png", "image/png");
        platform.append(agent, ticket, reply, Tickets.files(ticket, reply.message(), photo));

        Answer shown = platform.get(requester, "/api/v1/tickets/" + ticket);
        Answer conversation =
                platform.get(requester, "/api/v1/tickets/" + ticket + "/conversation");

        assertThat(shown.body().path("attachments").valueStream().map(f -> f.path("id").asString()))
                .containsExactly(first.attachment().toString(), second.attachment().toString());
        assertThat(conversation.items().getFirst().path("attachments").toString())
                .isEqualTo(
                        """
                        [{"id":"%s","name":"photo.png","mediaType":"image/png","size":26,\
                        "sha256":"%s"}]\
                        """
                                .formatted(photo.attachment(), photo.sha256()));
    }

    @Test
    void a_file_is_given_whole_to_be_saved() {
        AttachedFile file = letters();

        Answer answer = ask(requester, file);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(ALPHABET);
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain");
        assertThat(answer.header("Content-Length")).isEqualTo("26");
        assertThat(answer.header("Content-Disposition")).startsWith("attachment;");
        assertThat(answer.header("ETag")).isEqualTo(etag(file));
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("sandbox");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, inline",
        "image/jpeg, inline",
        "image/gif, inline",
        "image/webp, inline",
        "image/svg+xml, attachment",
        "image/tiff, attachment",
        "text/html, attachment",
        "application/xhtml+xml, attachment",
        "application/pdf, attachment",
        "text/plain, attachment",
        "application/octet-stream, attachment",
    })
    void only_harmless_pictures_are_shown_by_the_browser(String mediaType, String disposition) {
        Answer answer = ask(requester, onTicket("photo.png", mediaType));

        assertThat(answer.header("Content-Disposition")).startsWith(disposition + ";");
        assertThat(answer.header("Content-Type")).isEqualTo(mediaType);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("sandbox");
    }

    @ParameterizedTest
    @CsvSource({
        "Grüße aus Köln.pdf, filename*=UTF-8''Gr%C3%BC%C3%9Fe%20aus%20K%C3%B6ln.pdf",
        "報告.pdf, filename*=UTF-8''%E5%A0%B1%E5%91%8A.pdf",
        "'a\"; x=\".html', filename*=UTF-8''a%22%3B%20x%3D%22.html",
    })
    void a_name_survives_the_header_and_adds_nothing_to_it(String name, String coded) {
        Answer answer = ask(requester, onTicket(name, "application/pdf"));

        assertThat(answer.header("Content-Disposition")).startsWith("attachment;").contains(coded);
        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, a, 0-0",
        "bytes=5-9, fghij, 5-9",
        "bytes=20-, uvwxyz, 20-25",
        "bytes=20-999, uvwxyz, 20-25",
        "bytes=-3, xyz, 23-25",
        "bytes=-999, abcdefghijklmnopqrstuvwxyz, 0-25",
    })
    void a_part_is_given_of_what_is_there(String range, String part, String given) {
        Answer answer = ask(requester, letters(), "Range", range);

        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.text()).isEqualTo(part);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes " + given + "/26");
        assertThat(answer.header("Content-Length")).isEqualTo("" + part.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=26-", "bytes=1000-2000"})
    void a_part_that_is_not_there_is_refused(String range) {
        Answer answer = ask(requester, letters(), "Range", range);

        assertThat(answer.status()).isEqualTo(416);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes */26");
        assertThat(answer.body().path("rule").asString()).isEqualTo("no-such-range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,3-4", "lines=1-2", "bytes=x", "bytes=9-3", "bytes=", "-"})
    void what_is_not_one_range_is_answered_with_the_whole(String range) {
        Answer answer = ask(requester, letters(), "Range", range);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(ALPHABET);
    }

    @Test
    void a_part_is_given_only_of_the_file_that_the_caller_began_with() {
        AttachedFile file = letters();

        assertThat(ask(requester, file, "Range", "bytes=0-0", "If-Range", etag(file)).status())
                .isEqualTo(206);
        assertThat(ask(requester, file, "Range", "bytes=0-0", "If-Range", "\"other\"").status())
                .isEqualTo(200);
        assertThat(
                        ask(
                                        requester,
                                        file,
                                        "Range",
                                        "bytes=0-0",
                                        "If-Range",
                                        "Sat, 21 Nov 2026 13:00:00 GMT")
                                .text())
                .isEqualTo(ALPHABET);
    }

    @Test
    void who_has_it_already_is_told_so_and_head_tells_without_sending() {
        AttachedFile file = letters();

        Answer known = ask(requester, file, "If-None-Match", etag(file));
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.text()).isEmpty();
        assertThat(ask(requester, file, "If-None-Match", "\"other\"").status()).isEqualTo(200);

        Answer head = ask("HEAD", requester, file);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo("26");
        assertThat(head.header("ETag")).isEqualTo(etag(file));
        assertThat(head.text()).isEmpty();
        assertThat(ask("HEAD", requester, file, "Range", "bytes=0-4").header("Content-Range"))
                .isEqualTo("bytes 0-4/26");
    }

    @Test
    void a_file_is_seen_by_whoever_sees_what_it_belongs_to() {
        NoteAdded note = Tickets.note(ticket, agent, "Our dump");
        ReplyAdded reply = Tickets.reply(ticket, agent, "Your manual");
        AttachedFile dump = file("dump.bin", "application/octet-stream");
        AttachedFile manual = file("manual.pdf", "application/pdf");
        platform.append(
                agent,
                ticket,
                note,
                Tickets.files(ticket, note.message(), dump),
                reply,
                Tickets.files(ticket, reply.message(), manual));
        AttachedFile own = letters();
        Someone colleague = requester.colleague(Role.REQUESTER);
        Someone auditor = requester.colleague(Role.AUDITOR);
        Someone foreigner = Someone.ofNewOrganisation(Role.ADMIN, Role.AGENT, Role.AUDITOR);

        for (Someone who : List.of(agent, auditor)) {
            for (AttachedFile file : List.of(dump, manual, own)) {
                assertThat(ask(who, file).status()).isEqualTo(200);
            }
        }
        assertThat(ask(requester, manual).status()).isEqualTo(200);
        assertThat(ask(requester, own).status()).isEqualTo(200);
        assertHidden(ask(requester, dump));
        for (AttachedFile file : List.of(dump, manual, own)) {
            assertHidden(ask(colleague, file));
            assertHidden(ask(foreigner, file));
            assertHidden(ask(foreigner, file, "If-None-Match", etag(file)));
        }
    }

    private static void assertHidden(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(404);
        assertThat(answer.body().path("rule").asString()).isEqualTo("attachment-not-found");
        assertThat(answer.header("ETag")).isEmpty();
    }

    @Test
    void what_is_redacted_or_removed_is_not_given_even_to_who_has_seen_it() {
        ReplyAdded reply = Tickets.reply(ticket, agent, "See there");
        AttachedFile photo = file("photo.png", "image/png");
        AttachedFile own = letters();
        platform.append(agent, ticket, reply, Tickets.files(ticket, reply.message(), photo));
        assertThat(ask(agent, photo).status()).isEqualTo(200);
        MessageId message = reply.message();

        platform.append(
                agent,
                ticket,
                new MessageRedacted(new TicketId(ticket), message, "A password"),
                new AttachmentRemoved(new TicketId(ticket), own.attachment(), "Another one"));

        assertHidden(ask(agent, photo, "If-None-Match", etag(photo)));
        assertHidden(ask(requester, own));
        Answer conversation = platform.get(agent, "/api/v1/tickets/" + ticket + "/conversation");
        assertThat(conversation.items().getFirst().path("attachments").toString()).isEqualTo("[]");
        Answer shown = platform.get(agent, "/api/v1/tickets/" + ticket);
        assertThat(shown.body().path("attachments").toString()).isEqualTo("[]");
    }

    @Test
    void bytes_that_are_away_are_a_problem_that_passes() {
        AttachedFile file = Tickets.fileWithoutBytes("lost.txt");
        platform.append(requester, ticket, Tickets.files(ticket, null, file));

        Answer answer = ask(requester, file);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body().path("rule").asString()).isEqualTo("files-away");
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }
}
