package dev.docket.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Incidents in the shape of the BPI Challenge 2013 log, and a count over them that knows nothing of
 * Docket: it reads the lines and remembers the last activity of each case.
 */
record IncidentLog(List<String> lines) {

    static final String HEADER = "caseid,task,user,end_timestamp";

    private static final List<String> ACTIVITIES =
            List.of(
                    "Accepted+In Progress",
                    "Queued+Awaiting Assignment",
                    "Accepted+Assigned",
                    "Accepted+Wait - User",
                    "Accepted+Wait - Vendor");
    private static final List<String> PEOPLE = List.of("Ann", "Bo", "Anne Claire", "Lars-Eric");

    /** A log of our own: cases of two to twelve rows, most of them closed at the end. */
    static IncidentLog invented(int cases, long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int incident = 0; incident < cases; incident++) {
            LocalDateTime time = LocalDateTime.of(2024, 1, 1, 8, 0).plusHours(incident);
            int rows = 1 + random.nextInt(10);
            for (int row = 0; row < rows; row++) {
                String activity = ACTIVITIES.get(random.nextInt(ACTIVITIES.size()));
                lines.add(line(incident, activity, random, time.plusMinutes(7L * row)));
            }
            lines.add(line(incident, "Completed+Resolved", random, time.plusHours(3)));
            if (random.nextInt(4) > 0) {
                lines.add(line(incident, "Completed+Closed", random, time.plusDays(5)));
            }
        }
        return new IncidentLog(List.copyOf(lines));
    }

    private static String line(int incident, String activity, Random random, LocalDateTime at) {
        String person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        return "%d,%s,%s,%s".formatted(incident, activity, person, at);
    }

    static IncidentLog read(Path packed, int cases) {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(packed)),
                                StandardCharsets.UTF_8))) {
            return new IncidentLog(
                    reader.lines()
                            .skip(1)
                            .takeWhile(line -> Integer.parseInt(line.split(",", 2)[0]) < cases)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with one more row, whose activity no mapping knows. */
    IncidentLog withUnmatchedRow() {
        List<String> more = new ArrayList<>(lines);
        String[] last = lines.getLast().split(",", 3);
        more.add(last[0] + ",Unmatched+Unmatched," + last[2]);
        return new IncidentLog(List.copyOf(more));
    }

    Path write(Path file) {
        try {
            List<String> all = new ArrayList<>(List.of(HEADER));
            all.addAll(lines);
            return Files.write(file, all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long rows() {
        return lines.size();
    }

    /** How many cases end in each status, as the activity names it. */
    Map<String, Long> finalStatuses() {
        Map<String, String> last = new LinkedHashMap<>();
        for (String line : lines) {
            String[] columns = line.split(",", 3);
            if (!columns[1].startsWith("Unmatched")) {
                last.put(columns[0], columns[1]);
            }
        }
        Map<String, Long> counts = new TreeMap<>();
        last.values().forEach(activity -> counts.merge(statusAfter(activity), 1L, Long::sum));
        return counts;
    }

    long unmatched() {
        return lines.stream().filter(line -> line.contains(",Unmatched+")).count();
    }

    private static String statusAfter(String activity) {
        return switch (activity) {
            case "Completed+Closed", "Completed+Cancelled" -> "closed";
            case "Completed+Resolved", "Completed+In Call" -> "resolved";
            case "Accepted+In Progress" -> "in_progress";
            case "Accepted+Assigned", "Queued+Awaiting Assignment" -> "open";
            default -> "pending";
        };
    }
}
