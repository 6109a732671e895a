package dev.docket.command.people;

import static dev.docket.event.people.Role.ADMIN;

import dev.docket.command.dispatch.Answers;
import dev.docket.command.dispatch.CommandDispatch;
import dev.docket.command.dispatch.CommandRequest;
import dev.docket.command.dispatch.Receipt;
import dev.docket.command.people.OrganisationCommand.FinishSetUp;
import dev.docket.command.people.OrganisationCommand.RenameOrganisation;
import dev.docket.edge.Allowed;
import dev.docket.event.TenantId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands about the caller's own organisation. */
@RestController
@RequestMapping("/api/v1/organisation")
class OrganisationController {

    private static final String REQUIRED = "is required";

    private final CommandDispatch dispatch;

    OrganisationController(CommandDispatch dispatch) {
        this.dispatch = dispatch;
    }

    record Name(@NotNull(message = REQUIRED) String name) {}

    /**
     * @param skipped whether none of the first questions was answered
     */
    record SetUp(@NotNull(message = REQUIRED) Boolean skipped) {}

    record Answer(TenantId id, long version, long position) {}

    @PutMapping("/name")
    @Allowed(ADMIN)
    ResponseEntity<Answer> rename(@Valid @RequestBody Name body, CommandRequest request) {
        return send(request, body, new RenameOrganisation(request.caller().tenant(), body.name()));
    }

    /** From now on nobody is asked the questions of the first start; again it changes nothing. */
    @PostMapping("/setup")
    @Allowed(ADMIN)
    ResponseEntity<Answer> finishSetUp(@Valid @RequestBody SetUp body, CommandRequest request) {
        return send(request, body, new FinishSetUp(request.caller().tenant(), body.skipped()));
    }

    private ResponseEntity<Answer> send(
            CommandRequest request, Object body, OrganisationCommand command) {
        Receipt<TenantId> receipt =
                dispatch.send(
                        command.organisation().value(),
                        command,
                        request.wish(command.getClass().getSimpleName(), body));
        return Answers.with(ResponseEntity.ok(), receipt)
                .body(new Answer(receipt.result(), receipt.version(), receipt.position()));
    }
}
