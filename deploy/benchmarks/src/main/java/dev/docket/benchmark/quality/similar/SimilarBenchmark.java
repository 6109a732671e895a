package dev.docket.benchmark.quality.similar;

import dev.docket.benchmark.Databases;
import dev.docket.benchmark.measuring.Load;
import dev.docket.benchmark.measuring.Report;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Whether the neighbours of a ticket share its class, and how long they take to find. Each ticket
 * asked for is compared with all others; that it has a class is not part of the question, that the
 * others have one, as their category, is part of what is known of them.
 */
public final class SimilarBenchmark {

    private static final int NEIGHBOURS = 10;

    private final Databases databases;
    private final URI elasticsearch;
    private final Report report;
    private final Duration warmUp;
    private final Duration duration;
    private final int asked;
    private final long seed;

    /**
     * @param asked for how many tickets neighbours are judged
     */
    public SimilarBenchmark(
            Databases databases,
            URI elasticsearch,
            Report report,
            Duration warmUp,
            Duration duration,
            int asked,
            long seed) {
        this.databases = databases;
        this.elasticsearch = elasticsearch;
        this.report = report;
        this.warmUp = warmUp;
        this.duration = duration;
        this.asked = asked;
        this.seed = seed;
    }

    /**
     * @param file of tickets with classes
     */
    public void run(Path file) throws InterruptedException {
        if (!Files.exists(file)) {
            report.say("Similar tickets are left out: there is no " + file);
            return;
        }
        List<ClassifiedTicket> tickets = ClassifiedTicket.read(file);
        report.say("Similar tickets among %,d".formatted(tickets.size()));
        judge(tickets, true, "words and categories");
        judge(tickets, false, "words alone");
    }

    private void judge(List<ClassifiedTicket> tickets, boolean withCategories, String by)
            throws InterruptedException {
        try (ClassifiedPlatform platform =
                new ClassifiedPlatform(
                        databases.create(), elasticsearch, tickets, withCategories)) {
            List<Integer> sample =
                    new SplittableRandom(seed).ints(asked, 0, tickets.size()).boxed().toList();
            double shared = 0;
            for (int ticket : sample) {
                shared += precision(platform, tickets, ticket);
            }
            report.say(
                    String.format(
                            Locale.ROOT,
                            "  precision@%d by %s: %.3f over %,d tickets",
                            NEIGHBOURS,
                            by,
                            shared / asked,
                            asked));
            Load.callers(1, warmUp, n -> platform.likeText(text(tickets, sample, n)));
            report.add(
                    "Similar",
                    "POST a text",
                    "%,d tickets, one caller".formatted(tickets.size()),
                    Load.callers(1, duration, n -> platform.likeText(text(tickets, sample, n))));
        }
    }

    private static String text(List<ClassifiedTicket> tickets, List<Integer> sample, long number) {
        return tickets.get(sample.get((int) (number % sample.size()))).text();
    }

    private static double precision(
            ClassifiedPlatform platform, List<ClassifiedTicket> tickets, int ticket) {
        String group = tickets.get(ticket).group();
        long same =
                platform.likeTicket(ticket, NEIGHBOURS).stream()
                        .filter(other -> tickets.get(other).group().equals(group))
                        .count();
        return (double) same / NEIGHBOURS;
    }
}
