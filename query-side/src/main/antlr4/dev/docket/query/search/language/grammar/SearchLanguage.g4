/*
 * The language in which tickets are searched:
 *
 *     status:open,pending assignee:me created>=2026-01-01 "blue screen" (vpn OR wlan) -print*
 *
 * Whoever knows none of it types words, and whoever pastes something should mostly find it: a sign
 * counts only where the language gives it a meaning, and is text everywhere else. That is why white
 * space is a token. Every text has tokens; what cannot be parsed is told by the first token at which
 * it went wrong. Names of fields, their values and wildcards are checked afterwards, on the tree.
 */
grammar SearchLanguage;

/* A parenthesis that closes nothing is text, as in ":)". */
query
    : WHITE? either? (CLOSE WHITE? either?)* EOF
    ;

either
    : all (OR WHITE all)*
    ;

/* What stands side by side must all be there; AND may say so. */
all
    : chunk (WHITE (AND WHITE)? chunk)* WHITE?
    ;

/* What has no space between: one clause, mostly. */
chunk
    : clause joined*
    ;

clause
    : not? (field | word)
    | not? block rest?
    | signs
    ;

/* "f(x)" and "a="b"" go on with a block right after a word; "f()" is only text. */
joined
    : block rest?
    | OPEN CLOSE rest?
    ;

not
    : MINUS
    | NOT WHITE
    ;

block
    : OPEN WHITE? either CLOSE                         # group
    | QUOTED                                           # phrase
    ;

/* The sign is directly followed by a value: "status: open" is text. */
field
    : NAME comparison value (COMMA value)* COMMA?
    ;

comparison
    : COLON | BEFORE | UNTIL | AFTER | SINCE
    ;

/* A value ends at the first comma or space; with either in it, it stands in quotes. */
value
    : QUOTED
    | (NAME | plain | keyword) inValue*
    ;

/* A word ends at the first space: "e-mail", "C:\temp", "https://a/b" and "and/or" are words. */
word
    : plain inWord*
    | NAME ((plain | NAME | keyword | SLASH | MINUS | COMMA) inWord*)?
    | NAME comparison ((SLASH | MINUS | COMMA | comparison) inWord*)?
    | keyword (inValue | COMMA) inWord*
    ;

/* Signs before which there is no word, such as a dash between two: text that says nothing. */
signs
    : MINUS ((MINUS | SLASH | COMMA | comparison) inWord*)?
    | (SLASH | COMMA | comparison) inWord*
    ;

rest
    : inWord+
    ;

inWord
    : inValue | COMMA
    ;

inValue
    : NAME | plain | keyword | SLASH | MINUS | comparison
    ;

plain
    : RUN | STAR | SIGN
    ;

keyword
    : AND | OR | NOT
    ;

AND : 'AND' ;
OR  : 'OR' ;
NOT : 'NOT' ;

/* What may be the name of a field: of more than one letter, so that "C:temp" has none. */
NAME : [a-zA-Z] [a-zA-Z]+ ;

/* Letters and digits; a quote right after them measures inches, and opens no phrase. */
RUN : [\p{L}\p{M}\p{N}_]+ '"'* ;

/* Within quotes a backslash takes the meaning from a quote and from a backslash. */
QUOTED   : '"' QUOTABLE* '"' ;
UNCLOSED : '"' QUOTABLE* ;

fragment QUOTABLE : '\\' . | ~["\\] ;

OPEN     : '(' ;
CLOSE    : ')' ;
COLON    : ':' ;
BEFORE : '<' ;
UNTIL : '<=' ;
AFTER : '>' ;
SINCE : '>=' ;
COMMA    : ',' ;
MINUS    : '-' ;
STAR     : '*' ;
SLASH    : [/\\] ;
WHITE    : [\p{White_Space}\p{Cc}]+ ;
SIGN     : . ;
