package dev.docket.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies over 2 MiB, announced or not, before anybody reads them whole. Routes that take
 * larger ones say so with a {@link LargerBody}.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
class BodyLimit extends OncePerRequestFilter {

    private static final long LARGEST = 2L << 20;

    private final ProblemWriter problems;
    private final List<LargerBody> exceptions;

    BodyLimit(ProblemWriter problems, ObjectProvider<LargerBody> exceptions) {
        this.problems = problems;
        this.exceptions = exceptions.orderedStream().toList();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long largest = largest(request);
        if (request.getContentLengthLong() > largest) {
            refuse(response, tooLarge(largest));
            return;
        }
        try {
            chain.doFilter(new Bounded(request, largest), response);
        } catch (ProblemException tooLarge) {
            refuse(response, tooLarge.problem());
        }
    }

    private long largest(HttpServletRequest request) {
        return exceptions.stream()
                .filter(body -> body.isFor(request.getMethod(), request.getRequestURI()))
                .mapToLong(LargerBody::largest)
                .findFirst()
                .orElse(LARGEST);
    }

    private void refuse(HttpServletResponse response, Problem problem) throws IOException {
        problems.write(response, problem.status(), problem.type(), problem.detail());
    }

    private static Problem tooLarge(long largest) {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "A body has at most %d bytes".formatted(largest));
    }

    private static final class Bounded extends HttpServletRequestWrapper {
        private final long largest;

        Bounded(HttpServletRequest request, long largest) {
            super(request);
            this.largest = largest;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BoundedStream(super.getInputStream(), largest);
        }
    }

    private static final class BoundedStream extends ServletInputStream {
        private final ServletInputStream body;
        private final long largest;
        private long read;

        BoundedStream(ServletInputStream body, long largest) {
            this.body = body;
            this.largest = largest;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = body.read(into, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > largest) {
                throw tooLarge(largest).asException();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
