package dev.docket.projection.running;

import dev.docket.edge.Allowed;
import dev.docket.edge.Problem;
import dev.docket.event.people.Role;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What operators see of projections and may do to them. */
@RestController
@RequestMapping("/api/v1/admin/projections")
class ProjectionController {

    private final RunningProjections projections;

    ProjectionController(RunningProjections projections) {
        this.projections = projections;
    }

    @GetMapping
    @Allowed(Role.ADMIN)
    Map<String, List<RunningProjections.Standing>> list() {
        return Map.of("items", projections.standings());
    }

    @PostMapping("/{name}/rebuild")
    @Allowed(Role.ADMIN)
    ResponseEntity<Rebuild.Progress> rebuild(@PathVariable String name) {
        Rebuild rebuild =
                projections
                        .rebuild(find(name))
                        .orElseThrow(() ->
                                Problem.of(
                                                HttpStatus.CONFLICT,
                                                "rebuild-is-running",
                                                "A rebuild of %s is running".formatted(name))
                                        .asException());
        URI location = URI.create("/api/v1/admin/projections/" + name + "/rebuild");
        return ResponseEntity.accepted().location(location).body(rebuild.progress());
    }

    @GetMapping("/{name}/rebuild")
    @Allowed(Role.ADMIN)
    Rebuild.Progress rebuilding(@PathVariable String name) {
        find(name);
        return projections
                .lastRebuild(name)
                .map(Rebuild::progress)
                .orElseThrow(() -> notFound("This node has not rebuilt " + name));
    }

    @GetMapping("/{name}/dead-letters")
    @Allowed(Role.ADMIN)
    Map<String, List<DeadLetter>> deadLetters(@PathVariable String name) {
        return Map.of("items", find(name).store().deadLetters());
    }

    @PostMapping("/{name}/dead-letters/{position}/retry")
    @Allowed(Role.ADMIN)
    Map<String, Integer> retry(@PathVariable String name, @PathVariable long position) {
        return Map.of("applied", projections.retry(find(name), position));
    }

    @DeleteMapping("/{name}/dead-letters/{position}")
    @Allowed(Role.ADMIN)
    ResponseEntity<Void> evict(@PathVariable String name, @PathVariable long position) {
        if (!projections.evict(find(name), position)) {
            throw notFound("There is no dead letter at position " + position);
        }
        return ResponseEntity.noContent().build();
    }

    private ProjectionRunner find(String name) {
        return projections
                .find(name)
                .orElseThrow(() -> notFound("There is no projection called " + name));
    }

    private static RuntimeException notFound(String detail) {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", detail).asException();
    }
}
