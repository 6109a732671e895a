package dev.docket.event.ticket;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people call a ticket, unique within its organisation: {@code DK-1042}. */
public record TicketNumber(@JsonValue long value) {

    private static final Pattern FORM = Pattern.compile("DK-([1-9][0-9]{0,17})");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TicketNumber {}

    public static Optional<TicketNumber> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new TicketNumber(Long.parseLong(form.group(1))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "DK-" + value;
    }
}
