package dev.docket.command.imports.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file on disk that may be packed. Its fingerprint is of the unpacked bytes, so that a packed
 * copy is the same file.
 *
 * @param rows without the header
 */
record CsvFile(Path path, String fingerprint, long rows) {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    static CsvFile open(Path path) throws IOException {
        MessageDigest sha = sha256();
        long rows = 0;
        try (CSVParser parser = parse(new DigestInputStream(unpacked(path), sha))) {
            for (CSVRecord ignored : parser) {
                rows++;
            }
        }
        return new CsvFile(path, HexFormat.of().formatHex(sha.digest()), rows);
    }

    /** The rows from the first; whoever opens it closes it. */
    CSVParser parse() throws IOException {
        return parse(unpacked(path));
    }

    private static CSVParser parse(InputStream bytes) throws IOException {
        Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8);
        return CSVParser.builder().setReader(reader).setFormat(FORMAT).get();
    }

    private static InputStream unpacked(Path path) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        return path.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
