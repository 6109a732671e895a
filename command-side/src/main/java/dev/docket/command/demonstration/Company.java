package dev.docket.command.demonstration;

import dev.docket.event.people.Role;
import dev.docket.event.ticket.Priority;
import dev.docket.event.ticket.TicketType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who works there, what troubles them, and what they have written down.
 *
 * @param requesters their names
 */
record Company(
        List<Colleague> agents, List<String> requesters, List<Story> stories, List<Page> articles) {

    private static final String RESOURCE = "/demonstration/stories.json";

    record Colleague(String name, List<Role> roles) {}

    /**
     * What happens to a ticket, from its opening to its solution.
     *
     * @param hold what it waits for before it is solved, if anything
     */
    record Story(
            String subject,
            String description,
            TicketType type,
            Priority priority,
            String category,
            List<String> tags,
            List<Said> talk,
            @Nullable String hold,
            String solution) {}

    record Said(Speaker by, String text) {}

    enum Speaker {
        AGENT,
        REQUESTER,
        NOTE
    }

    /**
     * @param category by its name
     * @param body in CommonMark
     */
    record Page(String category, String title, String summary, String body) {}

    static Company read() {
        JsonMapper json =
                JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();
        try (InputStream stories = Company.class.getResourceAsStream(RESOURCE)) {
            return json.readValue(Objects.requireNonNull(stories, RESOURCE), Company.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
