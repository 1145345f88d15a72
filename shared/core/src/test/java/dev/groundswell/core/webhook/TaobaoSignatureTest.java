package dev.groundswell.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.core.webhook.TaobaoSignature.Method;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaobaoSignatureTest {

    private static final byte[] NONE = {};
    private static final String SECRET = "helloworld";

    /** The platform's own worked example. */
    private static final Map<String, String> EXAMPLE = Map.of(
            "method", "taobao.item.seller.get",
            "app_key", "12345678",
            "session", "test",
            "timestamp", "2016-01-01 12:00:00",
            "format", "json",
            "v", "2.0",
            "sign_method", "md5",
            "fields", "num_iid,title,nick,price,num",
            "num_iid", "11223344");

    private static String repeated(int times) {
        return String.valueOf((char) 0x0b).repeat(times);
    }

    @Nested
    class ASignature {

        @Test
        void isThatOfThePlatformsOwnExample() {
            assertThat(TaobaoSignature.sign(EXAMPLE, NONE, Method.MD5, SECRET))
                    .isEqualTo("66987CB115214E59E6EC978214934FB8");
        }

        @Test
        void isOfUtf8() {
            var parameters = Map.of("a", "1", "b", "2", "c", "✔️");

            assertThat(TaobaoSignature.sign(parameters, NONE, Method.MD5, "sandbox01eff1e5ac77cf3d078982e6e"))
                    .isEqualTo("3250EADEB3D5F9B453F4F0B95FA4B160");
        }

        @Test
        void byAnHmacIsTheHmacOfTheRfcs() {
            var parameters = Map.of("Hi", " There");

            assertThat(TaobaoSignature.sign(parameters, NONE, Method.HMAC_MD5, repeated(16)))
                    .isEqualTo("9294727A3638BB1C13F48EF8158BFC9D");
            assertThat(TaobaoSignature.sign(parameters, NONE, Method.HMAC_SHA256, repeated(20)))
                    .isEqualTo("B0344C61D8DB38535CA8AFCEAF0BF12B881DC200C9833DA726E9376C2E32CFF7");
        }

        @Test
        void isOfNamesInAsciiOrderAndLeavesEmptyValuesAndItselfOut() {
            var plain = Map.of("B", "1", "a", "2");
            var more = new HashMap<>(plain);
            more.put("c", "");
            more.put("sign", "whatever");

            assertThat(TaobaoSignature.sign(more, NONE, Method.MD5, SECRET))
                    .isEqualTo(TaobaoSignature.sign(plain, NONE, Method.MD5, SECRET))
                    .isEqualTo(TaobaoSignature.sign(Map.of("B1a", "2"), NONE, Method.MD5, SECRET));
        }
    }

    @Nested
    class ARequest {

        private static Map<String, String> signed(Map<String, String> parameters, byte[] body, Method method) {
            var all = new HashMap<>(parameters);
            all.put("sign_method", method.key());
            all.put("sign", TaobaoSignature.sign(all, body, method, SECRET));
            return all;
        }

        @ParameterizedTest
        @EnumSource
        void isGoodByTheMethodThatItNames(Method method) {
            var body = "{\"tid\":192364827791084}".getBytes(StandardCharsets.UTF_8);

            assertThat(TaobaoSignature.isValid(signed(EXAMPLE, body, method), body, SECRET))
                    .isTrue();
            assertThat(TaobaoSignature.isValid(signed(EXAMPLE, body, method), NONE, SECRET))
                    .isFalse();
            assertThat(TaobaoSignature.isValid(signed(EXAMPLE, body, method), body, "another"))
                    .isFalse();
        }

        @Test
        void isBadByAMethodThatNobodyKnowsOrWithoutASignature() {
            var parameters = signed(EXAMPLE, NONE, Method.MD5);
            parameters.put("sign_method", "none");
            assertThat(TaobaoSignature.isValid(parameters, NONE, SECRET)).isFalse();

            assertThat(TaobaoSignature.isValid(EXAMPLE, NONE, SECRET)).isFalse();
        }

        @Test
        void isBadWithAnotherValue() {
            var parameters = signed(EXAMPLE, NONE, Method.HMAC_SHA256);
            parameters.put("num_iid", "11223345");

            assertThat(TaobaoSignature.isValid(parameters, NONE, SECRET)).isFalse();
        }
    }
}
