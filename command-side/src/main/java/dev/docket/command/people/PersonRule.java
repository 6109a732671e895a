package dev.docket.command.people;

import dev.docket.command.decision.Rule;

/** The rules that can refuse a command about a person. */
public enum PersonRule implements Rule {
    PERSON_NOT_FOUND(Kind.NOT_FOUND),
    /** An e-mail address belongs to one person. */
    EMAIL_IS_TAKEN(Kind.CONFLICT),
    NAME_LENGTH(Kind.INVALID),
    ROLE_MISSING(Kind.INVALID),
    /** A password has 12 to 200 characters (NIST SP 800-63B asks for length, not for variety). */
    PASSWORD_LENGTH(Kind.INVALID),
    /** Whoever changes their own password shows that they know the present one. */
    PASSWORD_IS_WRONG(Kind.FORBIDDEN),
    /** Nobody takes the administrator's role from themselves: somebody must be left to give it. */
    OWN_ADMIN_ROLE(Kind.CONFLICT),
    PERSON_IS_DEACTIVATED(Kind.CONFLICT);

    private final Kind kind;

    PersonRule(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
