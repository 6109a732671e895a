package dev.docket.benchmark.http;

import dev.docket.event.ticket.TicketEvent.TicketOpened;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What people would type who look for tickets that there are: one to three words of a subject, one
 * in five with a letter missing.
 */
final class Searches {

    private static final int MOST_WORDS = 3;
    private static final int MISSPELT_ONE_IN = 5;

    private Searches() {}

    /** For each ticket, the value of the parameter {@code q}. */
    static List<String> of(List<TicketOpened> tickets, RandomGenerator random) {
        return tickets.stream().map(ticket -> search(ticket.subject(), random)).toList();
    }

    private static String search(String subject, RandomGenerator random) {
        List<String> words = List.of(subject.split(" "));
        int count = 1 + random.nextInt(MOST_WORDS);
        int first = random.nextInt(words.size() - count + 1);
        String search = String.join("+", words.subList(first, first + count));
        return random.nextInt(MISSPELT_ONE_IN) == 0 ? misspelt(search, random) : search;
    }

    /** Without one of its letters, but not the first. */
    private static String misspelt(String search, RandomGenerator random) {
        int missing = 1 + random.nextInt(search.length() - 1);
        return search.substring(0, missing) + search.substring(missing + 1);
    }
}
