package dev.docket.standalone;

import java.util.Locale;

/** The few lines that a person at the terminal reads; everything else is in the log file. */
final class Console {

    private Console() {}

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be our only use of its library
    static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
