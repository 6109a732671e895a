package dev.docket.command.imports;

import dev.docket.edge.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows that are JSON objects, one a line; what is in them are texts, numbers or truths. */
final class JsonLines {

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(2)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private JsonLines() {}

    /**
     * @param from the number of the first row
     * @param most rows
     */
    static List<Row> parse(String lines, long from, int most) {
        List<Row> rows = new ArrayList<>();
        for (String line : (Iterable<String>) lines.lines()::iterator) {
            if (rows.size() == most) {
                throw malformed("A chunk has at most %d rows".formatted(most));
            }
            long number = from + rows.size();
            rows.add(new Row(number, values(line, number)));
        }
        return rows;
    }

    private static Map<String, String> values(String line, long number) {
        try {
            JsonNode object = JSON.readTree(line);
            if (!object.isObject()) {
                throw malformed("Row %d is not a JSON object".formatted(number));
            }
            Map<String, String> values = new HashMap<>();
            object.forEachEntry((name, value) -> {
                if (value.isValueNode() && !value.isNull()) {
                    values.put(name, value.asString());
                }
            });
            return values;
        } catch (JacksonException e) {
            throw malformed("Row %d is not a flat JSON object".formatted(number));
        }
    }

    private static RuntimeException malformed(String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed-jsonl", detail).asException();
    }
}
