package dev.docket.benchmark.quality.similar;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * A ticket of a real service desk, with the class that people gave it.
 *
 * @param text cleaned and in lower case
 */
record ClassifiedTicket(String text, String group) {

    /**
     * @param file CSV in gzip with the columns {@code Document} and {@code Topic_group}
     */
    static List<ClassifiedTicket> read(Path file) {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (Reader text =
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8);
                CSVParser rows = format.parse(text)) {
            return rows.stream()
                    .map(row -> new ClassifiedTicket(row.get("Document"), row.get("Topic_group")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
