package dev.docket.benchmark.history;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of a service desk, as often as chance has it. */
final class Words {

    private static final List<String> WORDS =
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

    private Words() {}

    /** Some words, frequent ones more often: the index is drawn from a square. */
    static String some(int count, RandomGenerator random) {
        return Stream.generate(() -> one(random)).limit(count).collect(Collectors.joining(" "));
    }

    static String one(RandomGenerator random) {
        double drawn = random.nextDouble();
        return WORDS.get((int) (drawn * drawn * WORDS.size()));
    }
}
