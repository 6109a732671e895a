package dev.docket.command.imports.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;

/**
 * A file with one JSON object a line. Some rows may have to be sent before all others: they are
 * what the others refer to. The file is held in memory, unpacked.
 *
 * @param lines in the order in which they are sent
 * @param places where each of them is in the file, counted from 1
 */
record JsonLinesFile(String fingerprint, List<String> lines, List<Long> places)
        implements DataFile {

    static JsonLinesFile of(Path path, Predicate<String> first) throws IOException {
        MessageDigest sha = DataFile.sha256();
        List<String> ahead = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        List<String> behind = new ArrayList<>();
        List<Long> placesBehind = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                new DigestInputStream(DataFile.unpacked(path), sha),
                                StandardCharsets.UTF_8))) {
            long place = 1;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                boolean isFirst = first.test(line);
                (isFirst ? ahead : behind).add(line);
                (isFirst ? places : placesBehind).add(place++);
            }
        }
        ahead.addAll(behind);
        places.addAll(placesBehind);
        return new JsonLinesFile(HexFormat.of().formatHex(sha.digest()), ahead, places);
    }

    @Override
    public long rows() {
        return lines.size();
    }

    @Override
    public String contentType() {
        return "application/jsonl; charset=utf-8";
    }

    @Override
    public long place(long row) {
        return places.get((int) row - 1);
    }

    @Override
    public Rows open() {
        return new Lines();
    }

    private final class Lines implements Rows {
        private int next;

        @Override
        public boolean hasNext() {
            return next < lines.size();
        }

        @Override
        public void skip() {
            next++;
        }

        @Override
        public Chunk next(int mostRows, int mostCharacters) {
            StringBuilder text = new StringBuilder();
            int count = 0;
            while (hasNext() && count < mostRows && text.length() < mostCharacters) {
                text.append(lines.get(next++)).append('\n');
                count++;
            }
            return new Chunk(text.toString(), count);
        }

        @Override
        public void close() {}
    }
}
