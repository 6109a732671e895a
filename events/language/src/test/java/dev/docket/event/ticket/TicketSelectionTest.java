package dev.docket.event.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the values of a selection take. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TicketSelectionTest {

    @ParameterizedTest
    @CsvSource({
        "me, me",
        "none, none",
        "01932C07-20D5-7E2F-8A3B-5D1F0C9E4B6A, 01932c07-20d5-7e2f-8a3b-5d1f0c9e4b6a"
    })
    void whose_tickets_has_one_way_to_be_written(String given, String value) {
        assertThat(new Whose(given)).hasToString(value).isEqualTo(new Whose(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ME", "you", "1-1-1-1-1", "01932c07-20d5-7e2f-8a3b-5d1f0c9e4b6z"})
    void whose_tickets_is_nobody_else(String given) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Whose(given))
                .withMessage("neither me nor none nor an id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"updatedAt", "-updatedAt", "openedAt", "-priority", "number"})
    void an_order_is_a_field_upwards_or_downwards(String given) {
        assertThat(new TicketOrder(given)).hasToString(given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "--number", "colour", "UPDATEDAT", "number;drop"})
    void an_order_is_nothing_else(String given) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TicketOrder(given))
                .withMessageStartingWith("not one of updatedAt");
    }
}
