package dev.docket.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * What the server itself refuses, before any filter of ours: an address that cannot be read, for
 * instance. It is told in the same shape as everything else, and without a page of HTML.
 */
public final class UnroutableRequests extends ErrorReportValve {

    private static final int ERRORS = 400;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < ERRORS || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("utf-8");
        try {
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(
                        """
                        {"type":"https://docket.dev/problems/unroutable",\
                        "title":"Unroutable","status":%d,\
                        "detail":"The request cannot be read","rule":"unroutable"}\
                        """
                                .formatted(status));
                response.finishResponse();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
