package dev.docket.benchmark.quality.similar;

import dev.docket.benchmark.measuring.Load;
import dev.docket.benchmark.platform.Bench;
import dev.docket.benchmark.platform.Client;
import dev.docket.benchmark.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;

/**
 * Whether the neighbours of a ticket share its class, and how long they take to find. Each ticket
 * asked for is compared with all others; that it has a class is not part of the question, that the
 * others have one, as their category, is part of what is known of them.
 */
public final class SimilarBenchmark {

    private static final int NEIGHBOURS = 10;

    /** So many are asked for before the agent signs in anew. */
    private static final int ASKED_AT_ONCE = 500;

    private final Bench bench;
    private final int asked;

    /**
     * @param asked for how many tickets neighbours are judged
     */
    public SimilarBenchmark(Bench bench, int asked) {
        this.bench = bench;
        this.asked = asked;
    }

    /**
     * @param file of tickets with classes
     */
    public void run(Path file) throws InterruptedException {
        if (!Files.exists(file)) {
            bench.report().say("Similar tickets are left out: there is no " + file);
            return;
        }
        List<ClassifiedTicket> tickets = ClassifiedTicket.read(file);
        bench.report().say("Similar tickets among %,d".formatted(tickets.size()));
        judge(new ClassifiedTickets(tickets, true), "words and categories");
        judge(new ClassifiedTickets(tickets, false), "words alone");
    }

    private void judge(ClassifiedTickets classified, String by) throws InterruptedException {
        List<ClassifiedTicket> tickets = classified.tickets();
        List<Integer> sample =
                new SplittableRandom(bench.seed()).ints(asked, 0, tickets.size()).boxed().toList();
        try (Platform platform = bench.platform(classified::fill)) {
            Client agent = platform.agent();
            double shared = 0;
            for (int place = 0; place < asked; place++) {
                agent = place % ASKED_AT_ONCE == 0 ? platform.agent() : agent;
                shared += precision(agent, tickets, sample.get(place));
            }
            bench.report()
                    .say(
                            String.format(
                                    Locale.ROOT,
                                    "  precision@%d by %s: %.3f over %,d tickets",
                                    NEIGHBOURS,
                                    by,
                                    shared / asked,
                                    asked));
            Client writer = platform.agent();
            LongConsumer asking = n -> ClassifiedTickets.likeText(writer, text(tickets, sample, n));
            Load.callers(1, bench.duration(), asking);
            bench.report()
                    .add(
                            "Similar",
                            "POST a text",
                            "%,d tickets, one caller".formatted(tickets.size()),
                            Load.callers(1, bench.duration(), asking));
        }
    }

    private static String text(List<ClassifiedTicket> tickets, List<Integer> sample, long number) {
        return tickets.get(sample.get((int) (number % sample.size()))).text();
    }

    private static double precision(Client agent, List<ClassifiedTicket> tickets, int ticket) {
        String group = tickets.get(ticket).group();
        long same =
                ClassifiedTickets.likeTicket(agent, ticket, NEIGHBOURS).stream()
                        .filter(other -> tickets.get(other).group().equals(group))
                        .count();
        return (double) same / NEIGHBOURS;
    }
}
