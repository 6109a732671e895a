package dev.docket.command.people;

import dev.docket.event.people.PersonId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Asks for the answer to a registration that may have been recorded before, under the same key. */
record RepeatRegistration(@TargetAggregateIdentifier PersonId person) {}
