package dev.docket.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.docket.acceptance.Visitors.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.docket.acceptance.Api.Answer;
import dev.docket.acceptance.Platform.Credentials;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people save of the queue, and mend on a ticket, in a browser. */
@EnabledIf(
        value = "dev.docket.acceptance.Chromium#isThere",
        disabledReason = "Neither is a Chromium here nor is one named by docket.test.chromium")
@ExtendWith(RunningPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SavedViewsIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final Platform platform;
    private final Api admin;
    private final Visitors visitors;

    SavedViewsIT(Platform platform) {
        this.platform = platform;
        admin = platform.signIn();
        visitors = new Visitors(platform.address(), admin);
    }

    @AfterEach
    void leave() {
        visitors.leave();
    }

    @AfterAll
    void stop() {
        visitors.close();
    }

    private Answer open(String subject, String tag) {
        Answer opened =
                admin.post(
                        "/api/v1/tickets",
                        Map.of(
                                "subject",
                                subject,
                                "description",
                                "As found",
                                "tags",
                                List.of(tag)));
        assertThat(opened.status()).as("%s", opened.body()).isEqualTo(201);
        return opened;
    }

    private static Locator views(Page page) {
        return page.getByRole(AriaRole.NAVIGATION, named("Views"));
    }

    private static Locator view(Page page, String name) {
        return views(page).getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    private void show(Page page, String filter) {
        page.navigate(platform.address() + "/console/tickets?" + filter);
        assertThat(page.getByRole(AriaRole.HEADING, named("Tickets"))).isVisible();
    }

    private static void save(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, named("Save as a view")).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Name"))
                .fill(name);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save")).click();
        assertThat(view(page, name)).isVisible();
    }

    private static void choose(Page page, String view, String what) {
        page.getByRole(AriaRole.BUTTON, named("What to do with the view " + view)).click();
        page.getByRole(AriaRole.MENUITEM, named(what)).click();
    }

    @Test
    void what_an_agent_has_saved_is_counted_live_and_is_there_in_another_browser() {
        String tag = "t" + UUID.randomUUID();
        open("The first of them", tag);
        Credentials agent = visitors.register("agent");
        Page first = visitors.signedIn(agent, 1440, "light");
        show(first, "tags=" + tag + "&sort=-priority");

        save(first, "Only these");

        assertThat(view(first, "Only these 1 ticket")).isVisible();
        assertThat(view(first, "Only these")).hasAttribute("aria-current", "page");
        open("The second of them", tag);
        assertThat(view(first, "Only these 2 tickets"))
                .isVisible(new IsVisibleOptions().setTimeout(15_000));

        Page second = visitors.signedIn(agent, 1440, "dark");
        show(second, "");
        view(second, "Only these").click();
        assertThat(second.getByRole(AriaRole.LINK, named("The first of them"))).isVisible();
        assertThat(second.getByText("2 tickets loaded")).isVisible();
        assertThat(broken(second, "views-wide")).isEmpty();
    }

    @Test
    void a_view_is_renamed_refined_moved_and_removed() {
        Page agent = visitors.signedIn("agent");
        show(agent, "priority=high");
        save(agent, "High");
        show(agent, "priority=low");
        save(agent, "Low");

        choose(agent, "Low", "Move up");
        assertThat(views(agent).getByRole(AriaRole.LISTITEM).nth(5)).containsText("Low");
        choose(agent, "Low", "Rename");
        Locator dialog = agent.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.TEXTBOX).fill("High");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save")).click();
        assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("already");
        dialog.getByRole(AriaRole.TEXTBOX).fill("Can wait");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save")).click();
        assertThat(view(agent, "Can wait")).isVisible();
        choose(agent, "High", "Show what the queue shows now");
        assertThat(view(agent, "High")).hasAttribute("href", "/console/tickets?priority=low");
        choose(agent, "Can wait", "Remove");
        assertThat(view(agent, "Can wait")).hasCount(0);

        agent.reload();
        assertThat(view(agent, "High")).hasAttribute("aria-current", "page");
        assertThat(views(agent).getByRole(AriaRole.LISTITEM)).hasCount(6);
        visitors.expect(complaint -> complaint.contains("status of 409"));
    }

    @Test
    void a_subject_is_mended_and_what_another_wrote_meanwhile_is_shown_first() {
        Answer opened = open("The pritner is lowd", "edit");
        Page agent = visitors.signedIn("agent");
        agent.navigate(platform.address() + "/console/tickets/" + opened.id());
        agent.getByRole(AriaRole.BUTTON, named("Edit")).click();
        Locator dialog = agent.getByRole(AriaRole.DIALOG);
        Locator subject =
                dialog.getByRole(
                        AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Subject"));
        subject.fill("The printer is loud");
        agent.reload();
        agent.getByRole(AriaRole.BUTTON, named("Edit")).click();
        assertThat(subject).hasValue("The printer is loud");

        admin.post("/api/v1/tickets/" + opened.id() + "/replies", Map.of("body", "A reply"));
        assertThat(agent.getByText("A reply")).isAttached();
        assertThat(dialog.getByRole(AriaRole.ALERT)).hasCount(0);
        Answer theirs =
                admin.patch(
                        "/api/v1/tickets/" + opened.id(), Map.of("subject", "The printer hums"));
        assertThat(theirs.status()).isEqualTo(200);
        assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("The printer hums");
        Locator save =
                dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"));
        assertThat(save).isDisabled();
        assertThat(broken(agent, "edit-contested")).isEmpty();

        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Keep mine"))
                .click();
        save.click();

        assertThat(agent.getByRole(AriaRole.HEADING, named("The printer is loud"))).isVisible();
        assertThat(dialog).hasCount(0);
        Answer now = admin.get("/api/v1/tickets/" + opened.id());
        assertThat(now.body().path("subject").asString()).isEqualTo("The printer is loud");
        assertThat(now.body().path("description").asString()).isEqualTo("As found");
    }

    @Test
    void nothing_keeps_anybody_from_saving_or_mending() {
        Page agent = visitors.signedIn("agent", 360, "dark");
        show(agent, "priority=critical");
        save(agent, "Now");
        assertThat(broken(agent, "views")).isEmpty();
        agent.getByRole(AriaRole.BUTTON, named("What to do with the view Now")).click();
        assertThat(agent.getByRole(AriaRole.MENUITEM, named("Rename"))).isVisible();
        assertThat(broken(agent, "view-menu")).isEmpty();

        agent.navigate(platform.address() + "/console/tickets/" + open("Small screen", "axe").id());
        agent.getByRole(AriaRole.BUTTON, named("Edit")).click();
        assertThat(agent.getByRole(AriaRole.DIALOG)).isVisible();
        assertThat(broken(agent, "edit")).isEmpty();
    }

    /** What axe finds on a page, of which there is a picture then. */
    private static List<String> broken(Page page, String picture) {
        page.screenshot(new ScreenshotOptions().setPath(SCREENSHOTS.resolve(picture + ".png")));
        return Visitors.barriers(page);
    }
}
