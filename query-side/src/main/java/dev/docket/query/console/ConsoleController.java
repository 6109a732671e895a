package dev.docket.query.console;

import dev.docket.edge.Problem;
import dev.docket.edge.Public;
import dev.docket.query.console.ConsoleFiles.ConsoleFile;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the console. Whatever is no file of it is a page of it: the client finds out which. Its
 * assets bear a mark of their content in their names and are kept for a year; everything else is
 * asked for again each time, at the price of a {@code 304}.
 */
@RestController
@Hidden
class ConsoleController {

    private static final String OPEN = "whoever signs in needs something to sign in with";
    private static final String PAGE = "index.html";
    private static final String ASSETS = "assets/";

    private final ConsoleFiles files;
    private final String commands;
    private final String policy;

    ConsoleController(ConsoleFiles files, ConsoleProperties properties) {
        this.files = files;
        this.commands = properties.base();
        this.policy = policy(properties.origin());
    }

    /** Nothing but our own files runs; components write styles into their elements. */
    private static String policy(String commands) {
        return "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                + " img-src 'self' data: blob:; font-src 'self'; manifest-src 'self';"
                + " connect-src %s; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
                        .formatted(commands.isEmpty() ? "'self'" : "'self' " + commands);
    }

    /**
     * @param commands the base of commands' addresses, empty for where the console is
     */
    record Config(String commands) {}

    @GetMapping("/console/config.json")
    @Public(OPEN)
    ResponseEntity<Config> config() {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(new Config(commands));
    }

    @GetMapping({"/", "/console"})
    @Public(OPEN)
    ResponseEntity<byte[]> start(HttpServletRequest request) {
        return page(request);
    }

    @GetMapping("/console/{*path}")
    @Public(OPEN)
    ResponseEntity<byte[]> any(@PathVariable String path, HttpServletRequest request) {
        String name = path.substring(1);
        if (name.startsWith(ASSETS)) {
            ConsoleFile asset = files.find(name).orElseThrow(ConsoleController::notFound);
            Duration year = Duration.ofDays(365);
            return answer(asset, CacheControl.maxAge(year).cachePublic().immutable(), request);
        }
        return files.find(name)
                .map(file -> answer(file, CacheControl.noCache(), request))
                .orElseGet(() -> page(request));
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request) {
        return answer(
                files.find(PAGE).orElseThrow(ConsoleController::notFound),
                CacheControl.noCache(),
                request);
    }

    private ResponseEntity<byte[]> answer(
            ConsoleFile file, CacheControl kept, HttpServletRequest request) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok()
                        .contentType(file.type())
                        .cacheControl(kept)
                        .header("Content-Security-Policy", policy);
        if (!file.isCompressible()) {
            return answer.eTag(file.tag()).body(file.content());
        }
        answer.varyBy(HttpHeaders.ACCEPT_ENCODING);
        if (!takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            return answer.eTag(file.tag()).body(file.content());
        }
        return answer.eTag(file.tag() + "-gzip")
                .header(HttpHeaders.CONTENT_ENCODING, "gzip")
                .body(file.compressed());
    }

    /** As browsers ask for it; who weighs encodings gets the plain file. */
    private static boolean takesGzip(@Nullable String accepted) {
        if (accepted == null) {
            return false;
        }
        for (String encoding : accepted.toLowerCase(Locale.ROOT).split(",", -1)) {
            if (encoding.strip().equals("gzip")) {
                return true;
            }
        }
        return false;
    }

    private static RuntimeException notFound() {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is nothing here").asException();
    }
}
