package dev.docket.command.people;

import dev.docket.command.decision.Rule;

/** The rules that can refuse a command about a person. */
public final class PersonRule {

    public static final Rule PERSON_NOT_FOUND = Rule.notFound("person-not-found");

    /** An e-mail address belongs to one person. */
    public static final Rule EMAIL_IS_TAKEN = Rule.conflict("email-is-taken");

    public static final Rule NAME_LENGTH = Rule.invalid("name-length");
    public static final Rule ROLE_MISSING = Rule.invalid("role-missing");

    /** A password has 12 characters to 72 bytes (NIST SP 800-63B asks for length, not variety). */
    public static final Rule PASSWORD_LENGTH = Rule.invalid("password-length");

    /** Whoever changes their own password shows that they know the present one. */
    public static final Rule PASSWORD_IS_WRONG = Rule.forbidden("password-is-wrong");

    /** Nobody takes the administrator's role from themselves: somebody must be left to give it. */
    public static final Rule OWN_ADMIN_ROLE = Rule.conflict("own-admin-role");

    public static final Rule PERSON_IS_DEACTIVATED = Rule.conflict("person-is-deactivated");

    private PersonRule() {}
}
