package dev.groundswell.core.format;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text with HTML's character references read: WordPress writes names and titles with them. */
final class HtmlText {

    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,7}));");

    /** The names of the characters 160 to 255, in their order. */
    private static final String LATIN_1 =
            "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3"
                + " acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc"
                + " Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve"
                + " Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute"
                + " acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde"
                + " ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

    private static final int FIRST_OF_LATIN_1 = 160;

    private static final Map<String, String> NAMED = named();

    private HtmlText() {}

    private static Map<String, String> named() {
        var named = new HashMap<String, String>(Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'"));
        named.putAll(Map.of(
                "ndash", "–", "mdash", "—", "hellip", "…", "lsquo", "‘", "rsquo", "’", "ldquo", "“", "rdquo", "”",
                "bull", "•", "euro", "€", "trade", "™"));
        var latin = LATIN_1.split(" ");
        for (var i = 0; i < latin.length; i++) {
            named.put(latin[i], Character.toString(FIRST_OF_LATIN_1 + i));
        }
        return named;
    }

    /** What is no known reference stays as it is. */
    static String read(String html) {
        if (html.indexOf('&') < 0) {
            return html;
        }
        return REFERENCE.matcher(html).replaceAll(reference -> {
            var character = character(reference.group(1), reference.group(2), reference.group(3));
            return Matcher.quoteReplacement(character == null ? reference.group() : character);
        });
    }

    private static @Nullable String character(@Nullable String decimal, @Nullable String hex, @Nullable String name) {
        if (decimal != null) {
            return ofCode(Integer.parseInt(decimal));
        }
        return hex != null ? ofCode(Integer.parseInt(hex, 16)) : NAMED.get(String.valueOf(name));
    }

    private static @Nullable String ofCode(int code) {
        var isCharacter = Character.isValidCodePoint(code) && code >= ' ' && (code < 0xD800 || code > 0xDFFF);
        return isCharacter ? Character.toString(code) : null;
    }
}
