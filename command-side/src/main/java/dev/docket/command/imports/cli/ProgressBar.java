package dev.docket.command.imports.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** One line that grows: how much is done, how fast, how much was refused. */
final class ProgressBar {

    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final long startedNanos = System.nanoTime();
    private long firstDone = -1;

    ProgressBar(PrintWriter out) {
        this.out = out;
    }

    void show(long done, long total, long refused) {
        if (firstDone < 0) {
            firstDone = done;
        }
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        double share = total == 0 ? 1 : (double) done / total;
        int filled = (int) (share * WIDTH);
        out.printf(
                Locale.ROOT,
                "\r[%s%s] %3.0f %%  %,d of %,d rows  %,.0f rows/s  %,d refused ",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                share * 100,
                done,
                total,
                (done - firstDone) / Math.max(seconds, 0.001),
                refused);
        out.flush();
    }

    void finish() {
        out.println();
        out.flush();
    }
}
