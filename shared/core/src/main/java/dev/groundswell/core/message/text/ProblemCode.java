package dev.groundswell.core.message.text;

/** What kind of problem it is, for programs. */
public enum ProblemCode {
    /** Nothing is written. */
    EMPTY,
    /** The braces are not those of a variable or a section. */
    TEMPLATE,
    /** There is no such variable. */
    UNKNOWN_VARIABLE,
    /** A variable that only holds or does not is written like a text. */
    FLAG_AS_TEXT,
    /** The message has a link for each person, and nobody has said where it leads. */
    LINK_WITHOUT_TARGET,
    /** Some members have no value, and would get nothing. */
    MISSING_VALUES,
    /** There are variables, and it is to be sent in a peak. */
    VARIABLES_IN_PEAK,
    /** Longer than providers take. */
    TOO_LONG,
    /** Carriers send no SMS without saying who it is from. */
    SIGNATURE_MISSING,
    /** A signature has 2 to 12 characters. */
    SIGNATURE_LENGTH,
    /** The brackets of the signature are nowhere else. */
    SIGNATURE_BRACKETS,
    /** Advertising says how to get no more of it. */
    WAY_OUT_MISSING,
    /** It says so twice. */
    WAY_OUT_TWICE,
    /** A notice must not look like advertising. */
    WAY_OUT_IN_NOTICE,
    /** A word of one of the lists. */
    SENSITIVE_WORD,
    /** It opens no shop inside WeChat. */
    TAOBAO_LINK_IN_WECHAT,
    /** It is written as it is, so nobody counts its clicks. */
    LINK_NOT_COUNTED,
    /** It is not encrypted. */
    LINK_NOT_HTTPS,
    /** Phones take the letters beside it for a part of it. */
    LINK_RUNS_ON,
    /** Most of it is not seen in a list of mails. */
    SUBJECT_LONG,
    /** Mail programs cut it off, or providers refuse it. */
    MAIL_LARGE,
    /** Mail programs run none, and filters take it for an attack. */
    SCRIPT,
    /** A variable that is no link stands where an address belongs. */
    VARIABLE_AS_ADDRESS,
    /** Whoever wants no more mail must find how. */
    UNSUBSCRIBE_MISSING,
    /** It is there and cannot be seen. */
    UNSUBSCRIBE_HIDDEN
}
