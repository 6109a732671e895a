package dev.docket.query.search.language;

/** What stands between a field and its values. */
public enum Comparison {
    IS(":"),
    BEFORE("<"),
    UNTIL("<="),
    AFTER(">"),
    SINCE(">=");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    static Comparison of(String sign) {
        for (Comparison comparison : values()) {
            if (comparison.sign.equals(sign)) {
                return comparison;
            }
        }
        throw new IllegalArgumentException("The grammar knows no '%s'".formatted(sign));
    }
}
