package dev.docket.command.demonstration;

import static dev.docket.event.people.Role.ADMIN;

import dev.docket.command.demonstration.Demonstration.Filled;
import dev.docket.edge.Allowed;
import dev.docket.edge.Caller;
import dev.docket.edge.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Something to look at, for an organisation that has just begun. */
@RestController
class DemonstrationController {

    private final Demonstration demonstration;

    DemonstrationController(Demonstration demonstration) {
        this.demonstration = demonstration;
    }

    /** Answers when all of it is in the log; it takes some seconds. */
    @PostMapping("/api/v1/demonstration")
    @Allowed(ADMIN)
    @ResponseStatus(HttpStatus.CREATED)
    Filled fill(Caller caller) {
        if (demonstration.isInUse(caller.tenant())) {
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "organisation-in-use",
                            "Tickets have numbers already; nothing invented comes among them")
                    .asException();
        }
        return demonstration.fill(caller.tenant(), caller.person());
    }
}
