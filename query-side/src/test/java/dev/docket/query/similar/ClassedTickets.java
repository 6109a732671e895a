package dev.docket.query.similar;

import dev.docket.query.Someone;
import dev.docket.query.Tickets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Short tickets of eight kinds, the same for the same seed. Each kind has words of its own, but a
 * ticket says only some of them, and as many words of another kind, among words that all say.
 */
final class ClassedTickets {

    private static final List<List<String>> KINDS =
            List.of(
                    words("laptop screen keyboard battery charger dock monitor mouse fan hinge"),
                    words("password account login locked token role permission group expired mfa"),
                    words("folder share quota disk backup restore archive drive sync snapshot"),
                    words(
                            "salary leave payslip contract holiday manager onboarding badge tax form"),
                    words("order invoice supplier quote budget purchase delivery licence cost vat"),
                    words("vpn wifi network cable switch router firewall proxy latency dns"),
                    words("printer toner paper scanner tray cartridge jam duplex queue fax"),
                    words(
                            "project milestone release sprint board deadline resource plan scope demo"));
    private static final List<String> SHARED =
            words(
                    "please help urgent today team office issue problem user request need new error"
                            + " check thanks update work since morning again cannot device system"
                            + " page message open close change setting building floor room desk");
    private static final int OWN = 3;
    private static final int FOREIGN = 2;
    private static final int COMMON = 7;

    private final SplittableRandom random;

    ClassedTickets(long seed) {
        this.random = new SplittableRandom(seed);
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    /**
     * @param kind from 0
     * @param filed whether somebody gave it its category
     */
    record Classed(int kind, boolean filed, String subject, String description) {

        Tickets.Draft draft(Someone requester, boolean withCategories) {
            return Tickets.ticket(requester, subject)
                    .describedAs(description)
                    .in(withCategories && filed ? "kind-" + kind : null);
        }
    }

    List<Classed> next(int count) {
        List<Classed> tickets = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            tickets.add(next());
        }
        return tickets;
    }

    /** Two of three are filed under their kind. */
    private Classed next() {
        int kind = random.nextInt(KINDS.size());
        int other = random.nextInt(KINDS.size());
        List<String> said = new ArrayList<>();
        add(said, KINDS.get(kind), OWN);
        add(said, KINDS.get(other), FOREIGN);
        add(said, SHARED, COMMON);
        List<String> mixed = new ArrayList<>();
        while (!said.isEmpty()) {
            mixed.add(said.remove(random.nextInt(said.size())));
        }
        return new Classed(
                kind,
                random.nextInt(3) > 0,
                String.join(" ", mixed.subList(0, 4)),
                String.join(" ", mixed.subList(4, mixed.size())));
    }

    private void add(List<String> said, List<String> words, int count) {
        for (int n = 0; n < count; n++) {
            said.add(words.get(random.nextInt(words.size())));
        }
    }
}
