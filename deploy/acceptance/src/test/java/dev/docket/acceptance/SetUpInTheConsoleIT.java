package dev.docket.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.docket.acceptance.Visitors.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.docket.acceptance.Platform.Credentials;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an administrator is asked at the first start, and what becomes of putting it off. */
@ExtendWith(RunningPlatform.class)
@EnabledIf(
        value = "dev.docket.acceptance.Chromium#isThere",
        disabledReason = "Neither is a Chromium here nor is one named by docket.test.chromium")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SetUpInTheConsoleIT {

    private final Platform platform;
    private final Visitors visitors;

    SetUpInTheConsoleIT(Platform platform) {
        this.platform = platform;
        this.visitors = new Visitors(platform.address(), platform.signIn());
    }

    @AfterEach
    void leave() {
        visitors.leave();
    }

    @AfterAll
    void stop() {
        visitors.close();
    }

    @Test
    void questions_that_were_put_off_are_asked_again_under_operations_alone() {
        Credentials someone = visitors.register("admin");
        Page admin = visitors.signedIn(someone, 1440, "light");
        assertThat(admin.getByRole(AriaRole.HEADING, named("Welcome to Docket"))).isVisible();

        admin.getByRole(AriaRole.BUTTON, named("Not now")).click();
        assertThat(admin.getByRole(AriaRole.HEADING, named("Tickets"))).isVisible();
        admin.navigate(platform.address());
        assertThat(admin.getByRole(AriaRole.HEADING, named("Tickets"))).isVisible();

        admin.navigate(platform.address() + "/console/operations");
        admin.getByRole(AriaRole.LINK, named("Open the set-up")).click();
        assertThat(admin.getByRole(AriaRole.HEADING, named("Set-up"))).isVisible();
        admin.getByLabel("Name of your organisation").fill("Acme & Sons");
        admin.getByLabel("Present password").fill("not this one at all");
        admin.getByLabel("New password").fill("a battery of horses");
        admin.getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(admin.getByText("The present password is wrong")).isVisible();
        assertThat(admin.getByLabel("New password")).hasValue("a battery of horses");
        visitors.expect(complaint -> complaint.contains("status of 403"));

        admin.getByLabel("Present password").fill(someone.password());
        admin.getByRole(AriaRole.BUTTON, named("Save")).click();
        admin.getByLabel("E-mail address").fill(someone.email());
        admin.getByLabel("Password").first().fill("a battery of horses");
        admin.getByRole(AriaRole.BUTTON, named("Sign in")).click();

        assertThat(admin.getByRole(AriaRole.BANNER).getByText("Acme & Sons")).isVisible();
        assertThat(admin.getByRole(AriaRole.HEADING, named("Tickets"))).isVisible();
    }
}
