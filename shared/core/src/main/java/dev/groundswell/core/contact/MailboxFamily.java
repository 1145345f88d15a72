package dev.groundswell.core.contact;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Whose mailbox an address is: each family takes mail by rules and at a pace of its own. */
public enum MailboxFamily {
    QQ("qq.com", "vip.qq.com", "foxmail.com"),
    NETEASE("163.com", "126.com", "yeah.net", "188.com", "vip.163.com", "vip.126.com"),
    SINA("sina.com", "sina.cn", "vip.sina.com"),
    SOHU("sohu.com"),
    /** Of China Mobile, China Telecom and China Unicom. */
    CARRIERS("139.com", "189.cn", "wo.cn"),
    ALIYUN("aliyun.com"),
    MICROSOFT("outlook.com", "hotmail.com", "live.com", "live.cn", "msn.com", "msn.cn", "windowslive.com"),
    GOOGLE("gmail.com", "googlemail.com"),
    APPLE("icloud.com", "me.com", "mac.com"),
    /** All others, those of companies among them. */
    OTHER;

    /** Microsoft's names below the domains of countries: {@code hotmail.fr}, {@code outlook.com.br}, {@code live.co.uk}. */
    private static final Set<String> NAMES_IN_MANY_COUNTRIES = Set.of("hotmail", "outlook", "live");

    private static final Set<String> COMMERCIAL = Set.of("co", "com");

    /** As many letters as a country's domain has. */
    private static final int COUNTRY_LENGTH = 2;

    private static final Map<String, MailboxFamily> BY_DOMAIN = byDomain();

    // Made by Set.of, so it cannot change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> domains;

    MailboxFamily(String... domains) {
        this.domains = Set.of(domains);
    }

    public static MailboxFamily of(Email email) {
        var domain = email.domain();
        var family = BY_DOMAIN.get(domain);
        if (family != null) {
            return family;
        }
        return isMicrosoftsOfACountry(domain) ? MICROSOFT : OTHER;
    }

    private static boolean isMicrosoftsOfACountry(String domain) {
        var labels = domain.split("\\.", -1);
        var isInACountry = labels[labels.length - 1].length() == COUNTRY_LENGTH;
        var isDirect = labels.length == 2;
        var isCommercial = labels.length == 3 && COMMERCIAL.contains(labels[1]);
        return NAMES_IN_MANY_COUNTRIES.contains(labels[0]) && isInACountry && (isDirect || isCommercial);
    }

    private static Map<String, MailboxFamily> byDomain() {
        var byDomain = new HashMap<String, MailboxFamily>();
        for (var family : values()) {
            family.domains.forEach(domain -> byDomain.put(domain, family));
        }
        return Map.copyOf(byDomain);
    }
}
