package dev.docket.command.imports;

/** A row that cannot become a command; the report names its rule and its reason. */
final class RefusedRowException extends RuntimeException {

    private final String rule;

    RefusedRowException(String rule, String reason) {
        super(reason, null, false, false);
        this.rule = rule;
    }

    String rule() {
        return rule;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
