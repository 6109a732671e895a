package dev.docket.query.knowledge;

import static dev.docket.event.people.Role.ADMIN;
import static dev.docket.event.people.Role.AGENT;
import static dev.docket.event.people.Role.LEAD;

import dev.docket.edge.Allowed;
import dev.docket.query.knowledge.ArticleView.Heading;
import dev.docket.query.paging.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows authors what their readers will see. Nothing of what they send is kept. */
@RestController
class PreviewController {

    /** As much as an article may have. */
    private static final int LONGEST = 262_144;

    /**
     * A text that is being written.
     *
     * @param body in CommonMark, in UTF-16 code units
     */
    record Written(
            @NotNull(message = "is required")
                    @Size(max = LONGEST, message = "has at most 262144 characters")
                    String body) {}

    /**
     * The same as an article would show it. Files that it names are at their addresses, for those
     * who may have them.
     *
     * @param html that is safe to show
     */
    record Preview(String html, List<Heading> headings, int readingMinutes) {}

    /** A read: it is a POST because of the length of what it asks. */
    @PostMapping("/api/v1/articles/preview")
    @Allowed({AGENT, LEAD, ADMIN})
    Preview preview(@Valid @RequestBody Written written, HttpServletRequest request) {
        Parameters.none(request);
        RenderedBody rendered = RenderedBody.of(written.body());
        return new Preview(rendered.html(), rendered.headings(), rendered.readingMinutes());
    }
}
