package dev.docket.benchmark.history;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The words of a service desk: a few that nearly every ticket has, and thousands that few have.
 *
 * <p>The word of rank r is as frequent as 1 / (r + {@value #FLATTENED}), after Zipf and Mandelbrot.
 * With these two numbers that follows the 47,837 tickets of a real service desk from the tenth to
 * the thousandth word.
 */
final class Words {

    private static final int DIFFERENT = 12_000;
    private static final int FLATTENED = 12;
    private static final int NAME_SYLLABLES = 4;
    private static final long SCATTERED = 2_654_437;

    private static final List<String> FREQUENT =
            """
            account access address alert application approval archive backup badge battery board
            browser bug cable calendar camera card cartridge certificate change channel charger
            client cloud code color computer conference connection contact contract copy crash
            customer dashboard data database date delay department desk device disk display dock
            document domain door download drive driver email employee error excel export failure
            fan file firewall firmware floor folder form freeze gateway group hardware headset
            history icon image import index inbox install invoice issue key keyboard label laptop
            leave letter license light line link list location lock login mail manager map meeting
            memory menu message microphone migration mobile monitor mouse network notification
            number office order outage page paper password patch payment permission phone picture
            plan policy port portal power printer privilege process profile program project proxy
            purchase queue quota quote reboot receipt record remote report request reset restart
            role room router salary scan schedule screen script search security server service
            session share signature site slow software space speaker spreadsheet storage supplier
            support switch system table tablet team template test ticket timeout token toner tool
            training transfer tunnel update upgrade upload user version video virus visitor
            voicemail wall warranty website wifi window wireless work workflow workstation zoom
            """
                    .lines()
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .toList();

    private static final List<String> SYLLABLES =
            Stream.of("bdfgklmnprstvwz".split(""))
                    .flatMap(consonant -> Stream.of("a", "e", "i", "o", "u").map(consonant::concat))
                    .toList();

    /** Names of products, places and people take the ranks that are left. */
    private static final List<String> ALL =
            Stream.concat(
                            FREQUENT.stream(),
                            IntStream.range(0, DIFFERENT - FREQUENT.size()).mapToObj(Words::name))
                    .toList();

    private Words() {}

    static String some(int count, RandomGenerator random) {
        return Stream.generate(() -> one(random)).limit(count).collect(Collectors.joining(" "));
    }

    static String one(RandomGenerator random) {
        double widest = (double) (DIFFERENT + FLATTENED) / FLATTENED;
        return ALL.get((int) (FLATTENED * Math.pow(widest, random.nextDouble())) - FLATTENED);
    }

    /**
     * Different for each number, and few of them alike, as multiples of a number that has no
     * divisor in common with all that there could be.
     */
    private static String name(int number) {
        StringBuilder name = new StringBuilder();
        long drawn = number * SCATTERED;
        for (int syllable = 0; syllable < NAME_SYLLABLES; syllable++) {
            name.append(SYLLABLES.get((int) (drawn % SYLLABLES.size())));
            drawn /= SYLLABLES.size();
        }
        return name.toString();
    }
}
