package dev.groundswell.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tea &amp; Co|Tea & Co",
                "O&#8217;Doe|O’Doe",
                "O&#x2019;Doe|O’Doe",
                "caf&eacute; &ndash; &yuml;|café – ÿ",
                "&lt;b&gt;|<b>",
                "R&D; &nosuch; &#0; &#55357; &|R&D; &nosuch; &#0; &#55357; &",
                "&amp;amp;|&amp;"
            })
    void isReadAsABrowserShowsIt(String html, String text) {
        assertThat(HtmlText.read(html)).isEqualTo(text);
    }
}
