package dev.docket.command.people;

import dev.docket.command.decision.Decision;
import dev.docket.command.decision.TextRule;
import dev.docket.event.TenantId;
import dev.docket.event.people.OrganisationEvent;
import dev.docket.event.people.OrganisationEvent.OrganisationRenamed;
import dev.docket.event.people.OrganisationEvent.OrganisationSetUp;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A wish that concerns an organisation itself; the routes say who may wish it. */
sealed interface OrganisationCommand {

    TenantId organisation();

    Decision<OrganisationEvent> decide(Organisation organisation);

    record RenameOrganisation(@TargetAggregateIdentifier TenantId organisation, String name)
            implements OrganisationCommand {

        private static final int LONGEST_NAME = 120;

        @Override
        public Decision<OrganisationEvent> decide(Organisation organisation) {
            return Decision.unless(
                    TextRule.present("name", name)
                            .or(() -> TextRule.line("name", name, LONGEST_NAME)),
                    () ->
                            name.equals(organisation.name())
                                    ? Decision.nothing()
                                    : Decision.happened(
                                            new OrganisationRenamed(
                                                    this.organisation, organisation.name(), name)));
        }
    }

    /**
     * Says that the questions of the first start need not be asked again.
     *
     * @param skipped whether none was answered
     */
    record FinishSetUp(@TargetAggregateIdentifier TenantId organisation, boolean skipped)
            implements OrganisationCommand {
        @Override
        public Decision<OrganisationEvent> decide(Organisation organisation) {
            return organisation.isSetUp()
                    ? Decision.nothing()
                    : Decision.happened(new OrganisationSetUp(this.organisation, skipped));
        }
    }
}
