package dev.docket.query.live;

import java.util.Optional;
import java.util.UUID;

/** What a room shows, as its name says. */
sealed interface RoomName {

    /** As clients write it, and as it comes back to them. */
    String text();

    /** What happens to one ticket. */
    record OfTicket(UUID ticket) implements RoomName {
        @Override
        public String text() {
            return "ticket:" + ticket;
        }
    }

    /**
     * What happens to the tickets of a list.
     *
     * @param filters as in the list's address
     */
    record OfQueue(String filters) implements RoomName {
        @Override
        public String text() {
            return "queue:" + filters;
        }
    }

    /** What a person does and what concerns them. */
    record OfPerson(UUID person) implements RoomName {
        @Override
        public String text() {
            return "person:" + person;
        }
    }

    /** The name comes back with each event. */
    int LONGEST_FILTERS = 1_000;

    /** What happens to any ticket. */
    record OfDashboard() implements RoomName {
        @Override
        public String text() {
            return "dashboard";
        }
    }

    /** What happens to one article. */
    record OfArticle(UUID article) implements RoomName {
        @Override
        public String text() {
            return "article:" + article;
        }
    }

    /** Empty for what names no room. */
    static Optional<RoomName> parse(String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? text : text.substring(0, colon);
        String rest = colon < 0 ? "" : text.substring(colon + 1);
        return switch (kind) {
            case "dashboard" -> colon < 0 ? Optional.of(new OfDashboard()) : Optional.empty();
            case "queue" ->
                    colon < 0 || rest.length() > LONGEST_FILTERS
                            ? Optional.empty()
                            : Optional.of(new OfQueue(rest));
            case "ticket" -> id(rest).map(OfTicket::new);
            case "person" -> id(rest).map(OfPerson::new);
            case "article" -> id(rest).map(OfArticle::new);
            default -> Optional.empty();
        };
    }

    /** Only as ids are printed, so that a room has one name. */
    private static Optional<UUID> id(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
