package dev.docket.acceptance;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine's own Chromium without a window. Tests of pages run wherever there is one; with
 * {@code -Ddocket.test.chromium=PATH} they take that one, and fail if it is not there.
 */
final class Chromium implements AutoCloseable {

    private static final String NAMED = System.getProperty("docket.test.chromium", "");

    private static final List<String> USUAL =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    /** It would call its maker's servers, and as root it has no sandbox. */
    private static final List<String> ARGUMENTS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        playwright =
                Playwright.create(
                        new CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new LaunchOptions()
                                        .setExecutablePath(find().orElseThrow())
                                        .setArgs(ARGUMENTS));
    }

    /** Whether tests of pages can run. */
    static boolean isThere() {
        return find().isPresent();
    }

    private static Optional<Path> find() {
        return NAMED.isEmpty()
                ? USUAL.stream().map(Path::of).filter(Files::isExecutable).findFirst()
                : Stream.of(NAMED).map(Path::of).findFirst();
    }

    /**
     * The browser of somebody who has not been here before, and reads English.
     *
     * @param scheme light or dark
     */
    BrowserContext somebody(int width, int height, String scheme) {
        return browser.newContext(
                new NewContextOptions()
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/Berlin")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setColorScheme(ColorScheme.valueOf(scheme.toUpperCase(Locale.ROOT)))
                        .setViewportSize(width, height));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
