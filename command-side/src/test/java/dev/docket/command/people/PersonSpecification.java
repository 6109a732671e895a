package dev.docket.command.people;

import dev.docket.command.Specification;
import dev.docket.event.people.PersonEvent;

/** Given what Ada did to a person. */
final class PersonSpecification {

    private PersonSpecification() {}

    static Specification<PersonEvent> given(PersonEvent... events) {
        return Specification.given(PersonAggregate.class, PersonTest.ADA, events);
    }

    static Specification<PersonEvent> givenNobody() {
        return given();
    }
}
