package dev.docket.event.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.event.Ids;
import java.util.UUID;

/**
 * Names a person; it is also the name of their stream. It follows from the e-mail address, so that
 * an address belongs to one person without an index that a node would have to ask.
 */
public record PersonId(@JsonValue UUID value) {

    /** Docket itself, where no person acted: the first start, a timer, a rule. */
    public static final PersonId SYSTEM = new PersonId(new UUID(0, 0));

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonId {}

    public static PersonId of(EmailAddress email) {
        return new PersonId(Ids.named("person", email.value()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
