package dev.groundswell.core.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailboxFamilyTest {

    @ParameterizedTest
    @CsvSource({
        "qq.com, QQ",
        "foxmail.com, QQ",
        "vip.126.com, NETEASE",
        "sina.cn, SINA",
        "sohu.com, SOHU",
        "189.cn, CARRIERS",
        "aliyun.com, ALIYUN",
        "outlook.com, MICROSOFT",
        "hotmail.fr, MICROSOFT",
        "live.co.uk, MICROSOFT",
        "outlook.com.br, MICROSOFT",
        "gmail.com, GOOGLE",
        "icloud.com, APPLE"
    })
    void isToldByTheDomain(String domain, MailboxFamily family) {
        assertThat(MailboxFamily.of(new Email("li@" + domain))).isEqualTo(family);
    }

    @ParameterizedTest
    @CsvSource({"example.com", "mail.qq.com", "qq.com.cn", "live.example", "live.org.uk", "live.a.b.uk"})
    void isOtherForAllOtherDomains(String domain) {
        assertThat(MailboxFamily.of(new Email("li@" + domain))).isEqualTo(MailboxFamily.OTHER);
    }
}
