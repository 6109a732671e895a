package dev.docket.command.ticket.views;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.event.Ids;
import dev.docket.event.TenantId;
import dev.docket.event.people.PersonId;
import java.util.UUID;

/** Names the stream of a person's views; it follows from the person. */
public record SavedViewsId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SavedViewsId {}

    static SavedViewsId of(TenantId tenant, PersonId person) {
        return new SavedViewsId(Ids.named("saved-views", tenant.toString(), person.toString()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
