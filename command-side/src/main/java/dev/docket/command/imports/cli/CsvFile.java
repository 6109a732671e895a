package dev.docket.command.imports.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file with a header line (RFC 4180).
 *
 * @param rows without the header
 */
record CsvFile(Path path, String fingerprint, long rows) implements DataFile {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    static CsvFile of(Path path) throws IOException {
        MessageDigest sha = DataFile.sha256();
        long rows = 0;
        try (CSVParser parser = parse(new DigestInputStream(DataFile.unpacked(path), sha))) {
            for (CSVRecord ignored : parser) {
                rows++;
            }
        }
        return new CsvFile(path, HexFormat.of().formatHex(sha.digest()), rows);
    }

    @Override
    public String contentType() {
        return "text/csv; charset=utf-8";
    }

    @Override
    public Rows open() throws IOException {
        return new Records(parse(DataFile.unpacked(path)));
    }

    private static CSVParser parse(InputStream bytes) throws IOException {
        Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8);
        return CSVParser.builder().setReader(reader).setFormat(FORMAT).get();
    }

    private static final class Records implements Rows {
        private final CSVParser parser;
        private final Iterator<CSVRecord> records;

        Records(CSVParser parser) {
            this.parser = parser;
            this.records = parser.iterator();
        }

        @Override
        public boolean hasNext() {
            return records.hasNext();
        }

        @Override
        public void skip() {
            records.next();
        }

        @Override
        public Chunk next(int mostRows, int mostCharacters) throws IOException {
            StringWriter csv = new StringWriter();
            int count = 0;
            try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
                printer.printRecord(parser.getHeaderNames());
                while (records.hasNext()
                        && count < mostRows
                        && csv.getBuffer().length() < mostCharacters) {
                    printer.printRecord(records.next());
                    count++;
                }
            }
            return new Chunk(csv.toString(), count);
        }

        @Override
        public void close() throws IOException {
            parser.close();
        }
    }
}
