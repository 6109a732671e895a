package dev.docket.benchmark.measuring;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints figures as they come in and keeps them for the tables and the JSON at the end. */
public final class Report {

    private final PrintStream out;
    private final List<Line> lines = new ArrayList<>();

    public Report(PrintStream out) {
        this.out = out;
    }

    /**
     * @param table which comparison it belongs to
     * @param subject who was measured, for instance {@code Docket}
     * @param load under what, for instance {@code open, 128 callers}
     * @param versus the rate as a multiple of the stock counterpart's, 0 where there is none
     */
    public record Line(
            String table, String subject, String load, Measured measured, double versus) {}

    public void add(String table, String subject, String load, Measured measured) {
        add(table, subject, load, measured, 0);
    }

    /** Adds a figure beside that of a counterpart under the same load. */
    public void add(String table, String subject, String load, Measured measured, double versus) {
        lines.add(new Line(table, subject, load, measured, versus));
        out.printf(
                Locale.ROOT,
                "  %-26s %-36s %,9.0f/s  p50 %.2f  p95 %.2f  p99 %.2f  worst %.1f ms%s%n",
                subject,
                load,
                measured.perSecond(),
                measured.p50(),
                measured.p95(),
                measured.p99(),
                measured.worst(),
                measured.failures() == 0 ? "" : "  FAILED " + measured.failures());
    }

    public void say(String sentence) {
        out.println(sentence);
    }

    /** The rate of an earlier line; 0 if it was not measured. */
    public double rate(String table, String subject, String load) {
        return lines.stream()
                .filter(line -> line.table().equals(table))
                .filter(line -> line.subject().equals(subject) && line.load().equals(load))
                .mapToDouble(line -> line.measured().perSecond())
                .findFirst()
                .orElse(0);
    }

    /** The tables in Markdown, one after another, as the README shows them. */
    public String markdown() {
        Map<String, List<Line>> tables = new LinkedHashMap<>();
        lines.forEach(
                line -> tables.computeIfAbsent(line.table(), name -> new ArrayList<>()).add(line));
        StringBuilder text = new StringBuilder();
        tables.forEach((name, rows) -> {
            text.append("\n| ").append(name);
            text.append(" | load | a second | × stock | p50 | p95 | p99 | worst, ms |\n");
            text.append("|---|---|---:|---:|---:|---:|---:|---:|\n");
            rows.forEach(row -> text.append(markdown(row)));
        });
        return text.toString();
    }

    private static String markdown(Line line) {
        Measured measured = line.measured();
        return "| %s | %s | %,.0f | %s | %s | %s | %s | %s |%n"
                .formatted(
                        line.subject(),
                        line.load(),
                        measured.perSecond(),
                        known(line.versus()),
                        known(measured.p50()),
                        known(measured.p95()),
                        known(measured.p99()),
                        known(measured.worst()));
    }

    /** What was not measured is 0 and left out. */
    private static String known(double figure) {
        return figure == 0 ? "" : String.format(Locale.ROOT, "%,.1f", figure);
    }

    public void writeJson(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    JsonMapper.builder()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .build()
                            .writeValueAsString(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
