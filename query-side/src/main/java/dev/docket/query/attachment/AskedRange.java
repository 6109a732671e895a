package dev.docket.query.attachment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;

/**
 * The part of a file that a request asks for (RFC 9110, section 14). Several ranges in one request
 * are answered with the whole, which is allowed and cannot be used to make one file many.
 *
 * @param first of its bytes, from 0
 * @param count of its bytes; 0 if none of those asked for exist
 * @param isPart whether it was asked for as a part
 */
record AskedRange(long first, long count, boolean isPart) {

    /** What the request asks of a file with this ETag and size. */
    static AskedRange of(HttpServletRequest request, String etag, long size) {
        String condition = request.getHeader(HttpHeaders.IF_RANGE);
        boolean applies = condition == null || condition.equals(etag);
        return (applies
                        ? single(request.getHeader(HttpHeaders.RANGE))
                        : Optional.<HttpRange>empty())
                .map(range -> within(range, size))
                .orElseGet(() -> new AskedRange(0, size, false));
    }

    /** What is no range of bytes is passed over, as if it had not been asked for. */
    private static Optional<HttpRange> single(@Nullable String header) {
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(header);
            return ranges.size() == 1 ? Optional.of(ranges.getFirst()) : Optional.empty();
        } catch (IllegalArgumentException otherUnit) {
            return Optional.empty();
        }
    }

    private static AskedRange within(HttpRange range, long size) {
        long first = range.getRangeStart(size);
        long last = Math.min(range.getRangeEnd(size), size - 1);
        return new AskedRange(first, Math.max(last - first + 1, 0), true);
    }

    /** Its {@code Content-Range}. */
    String of(long size) {
        return count == 0
                ? "bytes */%d".formatted(size)
                : "bytes %d-%d/%d".formatted(first, first + count - 1, size);
    }
}
