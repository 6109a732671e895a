package dev.docket.projection.running;

import dev.docket.edge.Allowed;
import dev.docket.edge.Problem;
import dev.docket.edge.ProblemAdvice;
import dev.docket.event.people.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What operators see of views and search indexes, and may do to them. */
@RestController
@RequestMapping("/api/v1/admin/projections")
class ProjectionController {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionController.class);

    private final RunningProjections projections;

    ProjectionController(RunningProjections projections) {
        this.projections = projections;
    }

    @GetMapping
    @Allowed(Role.ADMIN)
    Map<String, List<Standing>> list() {
        return Map.of("items", projections.standings());
    }

    @PostMapping("/{name}/rebuild")
    @Allowed(Role.ADMIN)
    @Operation(
            description =
                    "Builds a view or a search index anew beside the one that serves, and then"
                            + " puts it in its place in one step. An index is built by whichever"
                            + " node leads it, and goes on for as long as it takes.")
    @ApiResponse(responseCode = "202", description = "It is being built")
    @ApiResponse(
            responseCode = "409",
            description = "It is being built already",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(ref = "Problem")))
    ResponseEntity<Rebuild.Progress> rebuild(@PathVariable String name) {
        Rebuild.Progress progress =
                find(name)
                        .rebuild()
                        .orElseThrow(() ->
                                Problem.of(
                                                HttpStatus.CONFLICT,
                                                "rebuild-is-running",
                                                "A rebuild of %s is running".formatted(name))
                                        .asException());
        URI location = URI.create("/api/v1/admin/projections/" + name + "/rebuild");
        return ResponseEntity.accepted().location(location).body(progress);
    }

    @GetMapping("/{name}/rebuild")
    @Allowed(Role.ADMIN)
    @Operation(
            description =
                    "How the newest rebuild goes or went. Of a search index every node knows, and"
                            + " its first build counts; of a view only the node that rebuilt it.")
    Rebuild.Progress rebuilding(@PathVariable String name) {
        return find(name)
                .lastRebuild()
                .orElseThrow(() -> notFound("This node has not rebuilt " + name));
    }

    @GetMapping("/{name}/dead-letters")
    @Allowed(Role.ADMIN)
    @Operation(
            description =
                    "The first thousand events that a view could not apply, or documents that"
                            + " Elasticsearch will not take: `stream` is then the document's id.")
    Map<String, List<DeadLetter>> deadLetters(@PathVariable String name) {
        return Map.of("items", find(name).deadLetters());
    }

    @PostMapping("/{name}/dead-letters/{position}/retry")
    @Allowed(Role.ADMIN)
    @Operation(
            description =
                    "Of a view: applies the stream's dead letters in order, up to the first that"
                            + " fails again. Of a search index: writes the documents parked at the"
                            + " position, as they are now.")
    Map<String, Integer> retry(@PathVariable String name, @PathVariable long position) {
        return Map.of(
                "applied", find(name).retry(position).orElseThrow(() -> noDeadLetter(position)));
    }

    @DeleteMapping("/{name}/dead-letters/{position}")
    @Allowed(Role.ADMIN)
    @Operation(
            description =
                    "Of a view: gives the event up. Of a search index: forgets the documents parked"
                            + " at the position; what the index has of them stays until they change.")
    ResponseEntity<Void> evict(@PathVariable String name, @PathVariable long position) {
        if (!find(name).evict(position)) {
            throw noDeadLetter(position);
        }
        return ResponseEntity.noContent().build();
    }

    /** Elasticsearch; PostgreSQL's absence is answered for everywhere alike. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> away(StoreAwayException away) {
        LOG.warn("A dead letter could not be tried again", away);
        return ProblemAdvice.answer(
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "search-unavailable",
                        "The search index does not answer at the moment"));
    }

    private Follower find(String name) {
        return projections
                .find(name)
                .orElseThrow(() -> notFound("There is no projection called " + name));
    }

    private static RuntimeException noDeadLetter(long position) {
        return notFound("There is no dead letter at position " + position);
    }

    private static RuntimeException notFound(String detail) {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", detail).asException();
    }
}
