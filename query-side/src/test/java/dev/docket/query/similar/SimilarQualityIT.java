package dev.docket.query.similar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.event.people.Role;
import dev.docket.query.OnQueryPlatform;
import dev.docket.query.QueryPlatform;
import dev.docket.query.Someone;
import dev.docket.query.similar.ClassedTickets.Classed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Whether what is found for a ticket is of its kind, among tickets whose words overlap. The floors
 * are below what is reached beside other organisations, whose words count too; a change that falls
 * through them makes suggestions worse.
 */
@ExtendWith(OnQueryPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SimilarQualityIT {

    private static final int TICKETS = 400;
    private static final int ASKED = 100;
    private static final int NEIGHBOURS = 10;
    private static final double FLOOR_WITH_CATEGORIES = 0.6;
    private static final double FLOOR_BY_WORDS = 0.5;

    private final QueryPlatform platform;

    SimilarQualityIT(QueryPlatform platform) {
        this.platform = platform;
    }

    @Test
    void of_ten_tickets_that_are_found_most_are_of_the_same_kind() {
        assertThat(precision(true)).isGreaterThan(FLOOR_WITH_CATEGORIES);
    }

    @Test
    void where_no_ticket_has_a_category_words_alone_still_find_the_kind() {
        assertThat(precision(false)).isGreaterThan(FLOOR_BY_WORDS);
    }

    private double precision(boolean withCategories) {
        Someone agent = Someone.ofNewOrganisation(Role.AGENT);
        List<Classed> tickets = new ClassedTickets(7).next(TICKETS);
        Map<String, Integer> kinds = new LinkedHashMap<>();
        for (Classed ticket : tickets) {
            kinds.put(ticket.draft(agent, withCategories).open(platform).toString(), ticket.kind());
        }
        List<String> asked = kinds.keySet().stream().limit(ASKED).toList();
        platform.get(agent, "/api/v1/tickets/" + asked.getFirst() + "/similar");
        long same =
                asked.stream()
                        .flatMap(ticket ->
                                platform.getAtOnce(
                                                agent,
                                                "/api/v1/tickets/%s/similar?limit=%d"
                                                        .formatted(ticket, NEIGHBOURS))
                                        .body()
                                        .path("tickets")
                                        .valueStream()
                                        .filter(other -> isSame(kinds, ticket, other)))
                        .count();
        return (double) same / (ASKED * NEIGHBOURS);
    }

    private static boolean isSame(Map<String, Integer> kinds, String ticket, JsonNode other) {
        return Objects.equals(kinds.get(ticket), kinds.get(other.path("id").asString()));
    }
}
