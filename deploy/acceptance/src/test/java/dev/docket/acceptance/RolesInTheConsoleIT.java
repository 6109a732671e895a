package dev.docket.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.docket.acceptance.Visitors.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import dev.docket.acceptance.Api.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What editors, leads, auditors and operators do all day, in a browser. */
@EnabledIf(
        value = "dev.docket.acceptance.Chromium#isThere",
        disabledReason = "Neither is a Chromium here nor is one named by docket.test.chromium")
@ExtendWith(RunningPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RolesInTheConsoleIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String PREVIEW = "As readers will see it";

    private final Platform platform;
    private final Api admin;
    private final Visitors visitors;

    RolesInTheConsoleIT(Platform platform) {
        this.platform = platform;
        this.admin = platform.signIn();
        this.visitors = new Visitors(platform.address(), admin);
    }

    @AfterEach
    void leave() {
        visitors.leave();
    }

    @AfterAll
    void stop() {
        visitors.close();
    }

    /** A word that no other test says. */
    private static String word() {
        return "w" + UUID.randomUUID().toString().replaceAll("[^a-z]", "").repeat(2);
    }

    private Page at(Page page, String path) {
        page.navigate(platform.address() + "/console/" + path);
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name).setExact(true));
    }

    private Answer open(String subject) {
        return done(
                admin.post(
                        "/api/v1/tickets",
                        Map.of("subject", subject, "description", "", "type", "incident")));
    }

    private static Answer done(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isIn(200, 201);
        return answer;
    }

    /** A public one, when the list of them has it. */
    private String category(String name) {
        done(
                admin.post(
                        "/api/v1/categories",
                        Map.of(
                                "names",
                                Map.of("en", name),
                                "visibility",
                                Map.of("audience", "public"))));
        Await.until(
                name,
                Duration.ofSeconds(30),
                () -> admin.getText("/api/v1/categories").contains(name));
        return name;
    }

    /** Waits until a view knows something of which no page is told. */
    private void known(String path) {
        Await.until(
                path,
                Duration.ofSeconds(30),
                () -> !admin.get(path).body().path("items").isEmpty());
    }

    @Test
    void an_editor_writes_previews_and_finds_what_a_lead_has_reviewed_and_published() {
        String word = word();
        String category = category("Guides to " + word);
        Page editor = at(visitors.signedIn("agent"), "editing/new");
        editor.getByLabel("Title").fill("How to " + word);
        editor.getByRole(AriaRole.TEXTBOX, named("Category")).click();
        editor.getByRole(AriaRole.OPTION, named(category)).click();
        Locator text = editor.getByLabel("Text, in Markdown");
        text.fill("# First step\n\nPress **both** keys.");
        FrameLocator preview = editor.frameLocator("iframe[title='" + PREVIEW + "']");
        assertThat(preview.getByRole(AriaRole.HEADING)).hasText("First step");
        assertThat(preview.locator("strong")).hasText("both");
        button(editor, "Save as a draft").click();

        assertThat(editor.getByRole(AriaRole.HEADING, named("How to " + word))).isVisible();
        text.fill("# First step\n\nPress **all** keys.\n\n<img src=x onerror=alert(1)>");
        assertThat(preview.locator("strong")).hasText("all");
        button(editor, "Save as a new revision").click();
        assertThat(editor.getByText("All is saved")).isVisible();
        button(editor, "Ask for a review").click();
        assertThat(editor.getByText("In review").first()).isVisible();
        String address = editor.url();

        Page lead = visitors.signedIn("lead");
        lead.navigate(address);
        button(lead, "Approve").click();
        button(lead, "Publish now").click();
        assertThat(lead.getByText("Readers see revision 2")).isVisible();

        known("/api/v1/search/articles?q=" + word);
        at(editor, "knowledge").getByLabel("Search articles").fill(word);
        assertThat(editor.getByRole(AriaRole.LINK, named("How to " + word))).isVisible();
    }

    @Test
    void who_writes_on_keeps_the_place_where_they_read() {
        Page editor = at(visitors.signedIn("agent"), "editing/new");
        Locator text = editor.getByLabel("Text, in Markdown");
        String before = "A paragraph.\n\n".repeat(120);
        text.fill(before + "The first end.");
        FrameLocator preview = editor.frameLocator("iframe[title='" + PREVIEW + "']");
        assertThat(preview.getByText("The first end.")).isAttached();
        String place = "document.querySelector('iframe').contentDocument.scrollingElement";
        editor.evaluate(place + ".scrollTo(0, 1200)");

        text.fill(before + "Another end.");

        assertThat(preview.getByText("Another end.")).isAttached();
        assertThat(editor.evaluate(place + ".scrollTop")).isEqualTo(1200);
    }

    @Test
    void a_lead_goes_from_a_number_to_its_tickets_and_takes_the_numbers_along() throws IOException {
        String subject = "Counted " + word();
        open(subject);
        known("/api/v1/tickets?subject=" + subject.replace(' ', '+'));
        Page lead = at(visitors.signedIn("lead"), "analytics");
        Locator volume = lead.getByRole(AriaRole.REGION, named("Volume"));

        Download download =
                lead.waitForDownload(() ->
                        volume.getByRole(
                                        AriaRole.BUTTON,
                                        new Locator.GetByRoleOptions()
                                                .setName("Download Volume as CSV"))
                                .click());
        List<String> lines = Files.readAllLines(download.path(), StandardCharsets.UTF_8);
        assertThat(download.suggestedFilename()).endsWith(".csv");
        assertThat(lines.getFirst()).contains("Opened").contains("Resolved");
        assertThat(lines).hasSizeGreaterThan(7);

        volume.getByText("Numbers as a table").click();
        volume.getByRole(AriaRole.LINK).last().click();
        assertThat(lead.getByRole(AriaRole.HEADING, named("Tickets"))).isVisible();
        assertThat(lead).hasURL(Pattern.compile("/console/tickets\\?.*createdFrom="));
        assertThat(lead.getByRole(AriaRole.LINK, named(subject))).isVisible();
    }

    @Test
    void an_auditor_follows_causes_sees_a_ticket_as_it_was_and_checks_the_views() {
        String one = open("The one " + word()).id();
        String other = open("The other " + word()).id();
        done(admin.put("/api/v1/tickets/" + one + "/priority", Map.of("priority", "high")));
        Answer merged =
                done(admin.post("/api/v1/tickets/" + one + "/merge", Map.of("into", other)));
        String merges = "/api/v1/audit/events?type=TicketMerged";
        assertThat(admin.getAfter(merged, merges).status()).isEqualTo(200);
        Page auditor = at(visitors.signedIn("auditor"), "audit?type=TicketMerged");

        auditor.locator("summary").first().click();
        auditor.getByRole(AriaRole.LINK, named("Follow the chain")).click();
        Locator chain =
                auditor.getByRole(AriaRole.LIST, named("What came of a wish").setExact(true));
        assertThat(chain.getByText("Merge tickets").first()).isVisible();
        assertThat(chain.getByText("Ticket merged")).isVisible();
        assertThat(chain.getByText("Ticket absorbed")).isVisible();
        assertThat(chain.getByRole(AriaRole.LINK)).hasCount(2);
        at(auditor, "audit/tickets/" + one);
        Locator then = auditor.getByRole(AriaRole.SLIDER, named("Then"));
        Locator now = auditor.getByRole(AriaRole.SLIDER, named("At this moment"));
        now.focus();
        now.press("ArrowLeft");
        then.focus();
        then.press("ArrowLeft");
        Locator changes = auditor.getByRole(AriaRole.TABLE, named("What changed between the two"));
        assertThat(changes.getByRole(AriaRole.ROW).filter(has("Priority"))).containsText("high");

        at(auditor, "audit/checks");
        button(auditor, "Start a check").click();
        assertThat(auditor.getByText("Done: The views show what the log says").first()).isVisible();
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    @ParameterizedTest(name = "{0} px wide, {1}")
    @CsvSource({
        "1440, light",
        "360, dark",
    })
    void nothing_keeps_anybody_out_of_what_is_in_the_middle_of_something(int width, String scheme) {
        String ticket = open("Looked at " + word()).id();
        JsonNode event =
                admin.get("/api/v1/audit/tickets/" + ticket + "/events")
                        .body()
                        .path("items")
                        .path(0);
        String correlation = event.path("cause").path("correlation").asString();
        known("/api/v1/audit/events?correlation=" + correlation);
        Page page = visitors.signedIn("admin", width, scheme);
        at(page, "audit/chains/" + correlation);
        assertThat(page.getByText("Ticket opened")).isVisible();
        mustBeOpenToAll(page, "chain", width, scheme);
        at(page, "editing/new");
        page.getByLabel("Text, in Markdown")
                .fill("# One\n\nA [link](https://example.org) and `code`.");
        assertThat(page.frameLocator("iframe[title='" + PREVIEW + "']").getByRole(AriaRole.HEADING))
                .isVisible();
        mustBeOpenToAll(page, "preview", width, scheme);
        at(page, "operations");
        assertThat(page.getByLabel("File")).isVisible();
        mustBeOpenToAll(page, "bring-in", width, scheme);
    }

    private static void mustBeOpenToAll(Page page, String name, int width, String scheme) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.screenshot(
                new ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(
                                SCREENSHOTS.resolve(
                                        "%s-%d-%s.png".formatted(name, width, scheme))));
        assertThat(Visitors.barriers(page)).as(name).isEmpty();
    }

    @Test
    void an_operator_rebuilds_a_view() {
        Page operator = at(visitors.signedIn("admin"), "operations");
        Locator people =
                operator.getByRole(AriaRole.ROW)
                        .filter(
                                new Locator.FilterOptions()
                                        .setHas(button(operator, "Rebuild people")));

        button(operator, "Rebuild people").click();

        assertThat(people.getByText("Rebuilt")).isVisible();
    }

    @Test
    void an_operator_brings_a_history_in_and_sees_which_rows_were_refused(@TempDir Path directory)
            throws IOException {
        String word = word();
        Path file = directory.resolve("desk-" + word + ".csv");
        Files.writeString(
                file,
                """
                Document,Topic_group
                "Laptop %1$s does not start,
                and it smells",Hardware
                ,Access
                "Please unlock %1$s",Access
                """
                        .formatted(word));
        Page operator = at(visitors.signedIn("admin"), "operations");

        operator.getByLabel("File").setInputFiles(file);
        operator.getByRole(AriaRole.TEXTBOX, named("Mapping")).click();
        operator.getByRole(AriaRole.OPTION, named("IT service desk tickets")).click();
        button(operator, "Bring it in").click();

        Locator section = operator.getByRole(AriaRole.REGION, named("Bring a history in"));
        assertThat(section.getByText("2 rows imported, 1 refused")).isVisible();
        section.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("1 refused row"))
                .click();
        Locator refused = operator.getByRole(AriaRole.TABLE, named("Refused rows"));
        assertThat(refused.getByRole(AriaRole.ROW)).hasCount(2);
        assertThat(refused.getByRole(AriaRole.ROWHEADER)).hasText("2");
        Answer found = admin.get("/api/v1/tickets?subject=" + word);
        assertThat(found.body().path("items").size()).isEqualTo(2);
    }
}
