package dev.docket.query.similar;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that is being written, as far as it is; lengths are those of a ticket, in UTF-16 code
 * units.
 *
 * @param limit how many tickets and how many articles at most
 */
record Draft(
        @Nullable @Size(max = 255, message = "has at most 255 characters") String subject,
        @Nullable @Size(max = 65_536, message = "has at most 65536 characters") String description,
        @Nullable @Min(value = 1, message = RANGE) @Max(value = LARGEST, message = RANGE)
                Integer limit) {

    static final int USUAL = 5;
    static final int LARGEST = 20;
    private static final String RANGE = "is a number from 1 to 20";

    String text() {
        return (subject == null ? "" : subject) + "\n" + (description == null ? "" : description);
    }

    int most() {
        return limit == null ? USUAL : limit;
    }
}
