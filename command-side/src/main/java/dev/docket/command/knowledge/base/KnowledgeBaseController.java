package dev.docket.command.knowledge.base;

import static dev.docket.event.people.Role.ADMIN;
import static dev.docket.event.people.Role.LEAD;

import dev.docket.command.dispatch.Answers;
import dev.docket.command.dispatch.CommandRequest;
import dev.docket.command.dispatch.Receipt;
import dev.docket.edge.Allowed;
import dev.docket.event.knowledge.CategoryId;
import dev.docket.event.knowledge.Language;
import dev.docket.event.knowledge.SynonymsId;
import dev.docket.event.knowledge.Visibility;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands about categories, synonyms and what is demanded of articles. */
@RestController
@RequestMapping("/api/v1")
class KnowledgeBaseController {

    private static final String REQUIRED = "is required";
    private static final String NO_BODY = "";

    private final KnowledgeBaseDesk desk;

    KnowledgeBaseController(KnowledgeBaseDesk desk) {
        this.desk = desk;
    }

    /**
     * @param parent absent for the top
     * @param place among those below the same parent, from 0; absent for the last
     * @param names one a language
     * @param visibility absent for agents only
     */
    record NewCategory(
            @Nullable CategoryId parent,
            @Nullable Integer place,
            @NotNull(message = REQUIRED)
                    SortedMap<Language, @NotNull(message = REQUIRED) String> names,
            @Valid @Nullable VisibleTo visibility) {}

    record Names(
            @NotNull(message = REQUIRED)
                    SortedMap<Language, @NotNull(message = REQUIRED) String> names) {}

    /**
     * @param parent absent for the top
     * @param place counted without the category itself; absent for the last
     */
    record Position(@Nullable CategoryId parent, @Nullable Integer place) {}

    record Settings(
            @NotNull(message = REQUIRED) Boolean reviewDemanded,
            @NotNull(message = REQUIRED) Integer stalenessMonths) {}

    record Words(
            @NotNull(message = REQUIRED) SortedSet<@NotNull(message = REQUIRED) String> words) {}

    /**
     * The body of an answer; version and ETag are the knowledge base's.
     *
     * @param id of what was made or changed
     */
    record Answer(UUID id, long version, long position) {}

    @PostMapping("/categories")
    @Allowed({LEAD, ADMIN})
    ResponseEntity<Answer> add(@Valid @RequestBody NewCategory body, CommandRequest request) {
        CategoryId id = new CategoryId(request.idFor("category"));
        VisibleTo visibleTo = body.visibility();
        AddCategory command =
                new AddCategory(
                        of(request),
                        id,
                        body.parent(),
                        body.place(),
                        body.names(),
                        visibleTo == null ? Visibility.AGENTS : visibleTo.visibility());
        return created("/api/v1/categories/" + id, id.value(), request, body, command);
    }

    @PutMapping("/categories/{id}/names")
    @Allowed({LEAD, ADMIN})
    ResponseEntity<Answer> rename(
            @PathVariable UUID id, @Valid @RequestBody Names body, CommandRequest request) {
        return changed(
                id,
                request,
                body,
                new RenameCategory(of(request), new CategoryId(id), body.names()));
    }

    @PutMapping("/categories/{id}/position")
    @Allowed({LEAD, ADMIN})
    ResponseEntity<Answer> move(
            @PathVariable UUID id, @RequestBody Position body, CommandRequest request) {
        return changed(
                id,
                request,
                body,
                new MoveCategory(of(request), new CategoryId(id), body.parent(), body.place()));
    }

    @PutMapping("/categories/{id}/visibility")
    @Allowed({LEAD, ADMIN})
    ResponseEntity<Answer> show(
            @PathVariable UUID id, @Valid @RequestBody VisibleTo body, CommandRequest request) {
        return changed(
                id,
                request,
                body,
                new ChangeCategoryVisibility(of(request), new CategoryId(id), body.visibility()));
    }

    @DeleteMapping("/categories/{id}")
    @Allowed({LEAD, ADMIN})
    ResponseEntity<Answer> remove(@PathVariable UUID id, CommandRequest request) {
        return changed(id, request, NO_BODY, new RemoveCategory(of(request), new CategoryId(id)));
    }

    @PutMapping("/knowledge-base/settings")
    @Allowed({LEAD, ADMIN})
    ResponseEntity<Answer> settings(@Valid @RequestBody Settings body, CommandRequest request) {
        return changed(
                of(request).value(),
                request,
                body,
                new ChangeSettings(of(request), body.reviewDemanded(), body.stalenessMonths()));
    }

    @PostMapping("/synonyms")
    @Allowed({LEAD, ADMIN})
    ResponseEntity<Answer> addSynonyms(@Valid @RequestBody Words body, CommandRequest request) {
        SynonymsId id = new SynonymsId(request.idFor("synonyms"));
        return created(
                "/api/v1/synonyms/" + id,
                id.value(),
                request,
                body,
                new AddSynonyms(of(request), id, body.words()));
    }

    @DeleteMapping("/synonyms/{id}")
    @Allowed({LEAD, ADMIN})
    ResponseEntity<Answer> removeSynonyms(@PathVariable UUID id, CommandRequest request) {
        return changed(id, request, NO_BODY, new RemoveSynonyms(of(request), new SynonymsId(id)));
    }

    private static KnowledgeBaseId of(CommandRequest request) {
        return KnowledgeBaseId.of(request.caller().tenant());
    }

    private ResponseEntity<Answer> created(
            String location,
            UUID id,
            CommandRequest request,
            Object body,
            KnowledgeBaseCommand command) {
        Receipt<KnowledgeBaseId> receipt = send(request, body, command);
        return Answers.with(ResponseEntity.created(URI.create(location)), receipt)
                .body(answer(id, receipt));
    }

    private ResponseEntity<Answer> changed(
            UUID id, CommandRequest request, Object body, KnowledgeBaseCommand command) {
        Receipt<KnowledgeBaseId> receipt = send(request, body, command);
        return Answers.with(ResponseEntity.ok(), receipt).body(answer(id, receipt));
    }

    private Receipt<KnowledgeBaseId> send(
            CommandRequest request, Object body, KnowledgeBaseCommand command) {
        return desk.send(command, request.wish(command.getClass().getSimpleName(), body));
    }

    private static Answer answer(UUID id, Receipt<KnowledgeBaseId> receipt) {
        return new Answer(id, receipt.version(), receipt.position());
    }
}
