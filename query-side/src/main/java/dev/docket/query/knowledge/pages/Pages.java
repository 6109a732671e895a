package dev.docket.query.knowledge.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Fills templates, which are compiled with the program: every value in them is escaped. Whatever
 * they say, nothing runs or is loaded but our own files, and the page is in no frame.
 */
final class Pages {

    static final Duration KEPT = Duration.ofHours(1);

    private static final String SECONDS_UNTIL_BACK = "60";
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
                    + " connect-src 'self'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    /** What is in a page. */
    record Content(String template, Addresses addresses, Texts texts, Map<String, Object> values) {

        Content(String template, Addresses addresses, Texts texts) {
            this(template, addresses, texts, new HashMap<>());
        }

        Content with(String name, Object value) {
            Map<String, Object> more = new HashMap<>(values);
            more.put(name, value);
            return new Content(template, addresses, texts, more);
        }
    }

    /**
     * A page that anything between here and a reader may keep.
     *
     * @param keys say when to drop it
     */
    ResponseEntity<String> kept(Content content, List<String> keys) {
        return kept(page(HttpStatus.OK), content, keys);
    }

    /** The same for a page that is in the reader's language. */
    ResponseEntity<String> keptByLanguage(Content content, List<String> keys) {
        return kept(page(HttpStatus.OK).varyBy(HttpHeaders.ACCEPT_LANGUAGE), content, keys);
    }

    private ResponseEntity<String> kept(
            ResponseEntity.BodyBuilder page, Content content, List<String> keys) {
        String html = html(content);
        return page.cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .header("Surrogate-Key", String.join(" ", keys))
                .eTag(tag(html))
                .body(html);
    }

    /** A page that is made for one reader and one moment. */
    ResponseEntity<String> passing(Content content) {
        return passing(page(HttpStatus.OK), content);
    }

    ResponseEntity<String> missing(Addresses addresses, Texts texts) {
        return passing(page(HttpStatus.NOT_FOUND), new Content("missing", addresses, texts));
    }

    ResponseEntity<String> away(Content content) {
        return passing(
                page(HttpStatus.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_BACK),
                content);
    }

    private ResponseEntity<String> passing(ResponseEntity.BodyBuilder page, Content content) {
        return page.cacheControl(CacheControl.noCache()).body(html(content));
    }

    private static ResponseEntity.BodyBuilder page(HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .header("Content-Security-Policy", POLICY);
    }

    static String tag(String text) {
        return "\"" + Assets.digest(text.getBytes(StandardCharsets.UTF_8)).substring(0, 32) + "\"";
    }

    private String html(Content content) {
        Map<String, Object> values = new HashMap<>(content.values());
        values.put("addresses", content.addresses());
        values.put("texts", content.texts());
        StringOutput page = new StringOutput();
        templates.render(content.template() + ".jte", values, page);
        return page.toString();
    }
}
