package dev.groundswell.cloud.taobao;

import dev.groundswell.core.store.TaobaoAccess;
import dev.groundswell.core.taobao.NamedTrade;
import dev.groundswell.core.taobao.TradeReader;
import dev.groundswell.core.webhook.TaobaoSignature;
import dev.groundswell.core.webhook.TaobaoSignature.Method;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * Calls {@code taobao.trade.fullinfo.get}. It never tries again by itself: whoever has to wait has a queue to wait in.
 *
 * @see <a href="https://open.taobao.com/api.htm?docId=54&docType=2">the call</a>
 * @see <a href="https://open.taobao.com/doc.htm?docId=114&docType=1">error codes</a>
 */
public final class TaobaoGateway implements TradeReader {

    /** Near the platform a connection takes milliseconds; from another continent, a second. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    /** The platform answers in tenths of a second; ten calls at once must end within the function's minute. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** The answer has the fields that are asked for and no others. */
    private static final String FIELDS = String.join(
            ",",
            "tid,type,status,created,modified,pay_time,consign_time,end_time,timeout_action_time,est_con_time",
            "payment,received_payment,total_fee,post_fee,discount_fee,adjust_fee,num,trade_from,trade_attr,seller_flag",
            "step_trade_status,step_paid_fee,buyer_nick,buyer_open_uid,buyer_email,buyer_rate,seller_nick",
            "receiver_name,receiver_mobile,receiver_phone,receiver_country,receiver_state,receiver_city,receiver_district",
            "shipping_type,promotion_details,orders");

    private static final ZoneOffset PLATFORM_TIME = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final byte[] NO_BODY = {};

    /** Call limited; service unavailable; timestamp out of date; remote service error, unless a sub code says more. */
    private static final Set<Integer> PASSING = Set.of(7, 10, 15, 31);

    /** Permissions, signature, session and application key that are insufficient, missing or wrong. */
    private static final Set<Integer> OF_ACCESS = Set.of(11, 12, 13, 24, 25, 26, 27, 28, 29);

    private final InstantSource time;
    private @Nullable HttpClient client;

    public TaobaoGateway(InstantSource time) {
        this.time = time;
    }

    /** Made when it is first needed: most stores' orders come without it. */
    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
        }
        return client;
    }

    @Override
    public Reading read(TaobaoAccess access, NamedTrade trade) {
        try {
            var answer = client().send(request(access, trade), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? reading(answer.body())
                    : new Reading.NotNow("The platform's gateway answers with status " + answer.statusCode() + ".");
        } catch (IllegalArgumentException notAnAddress) {
            return new Reading.NotPermitted("The gateway in the store's secret (taobaoApi) is no http address.");
        } catch (IOException unreachable) {
            return new Reading.NotNow("The platform's gateway is out of reach: "
                    + unreachable.getClass().getSimpleName() + ".");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Reading.NotNow("Interrupted while waiting for the platform.");
        }
    }

    private HttpRequest request(TaobaoAccess access, NamedTrade trade) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("method", "taobao.trade.fullinfo.get");
        parameters.put("app_key", access.appKey());
        parameters.put("session", access.session());
        parameters.put("timestamp", TIMESTAMP.format(time.instant().atOffset(PLATFORM_TIME)));
        parameters.put("format", "json");
        parameters.put("v", "2.0");
        parameters.put(TaobaoSignature.SIGN_METHOD, Method.HMAC_SHA256.key());
        parameters.put("fields", FIELDS);
        parameters.put("tid", trade.tid());
        parameters.put(
                TaobaoSignature.SIGN,
                TaobaoSignature.sign(parameters, NO_BODY, Method.HMAC_SHA256, access.appSecret()));
        return HttpRequest.newBuilder(access.gateway())
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded;charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(form(parameters)))
                .build();
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Reading reading(String body) {
        try {
            var answer = JSON.std.mapFrom(body);
            if (answer.get("error_response") instanceof Map<?, ?> error) {
                return failed(error);
            }
            return trade(answer);
        } catch (JacksonException notJson) {
            return new Reading.NotNow("The platform's gateway answers with something that is no JSON.");
        }
    }

    @SuppressWarnings("unchecked") // The names of every JSON object's fields are text.
    private static Reading trade(Map<String, Object> answer) {
        return answer.get("trade_fullinfo_get_response") instanceof Map<?, ?> response
                        && response.get("trade") instanceof Map<?, ?> trade
                ? new Reading.Found((Map<String, Object>) trade)
                : new Reading.NotNow("The platform's gateway answers with neither a trade nor an error.");
    }

    private static Reading failed(Map<?, ?> error) {
        var code = error.get("code") instanceof Number number ? number.intValue() : 0;
        var subCode = text(error.get("sub_code"));
        var reason = "The platform answers: " + code + " " + text(error.get("msg")) + " " + subCode + " "
                + text(error.get("sub_msg")).strip();
        if (subCode.startsWith("isp.") || subCode.startsWith("accesscontrol.")) {
            return new Reading.NotNow(reason);
        }
        if (OF_ACCESS.contains(code)) {
            return new Reading.NotPermitted(
                    reason + ". Renew taobaoApi in the store's secret, see docs/how-to/webhooks.md.");
        }
        return PASSING.contains(code) && !subCode.startsWith("isv.")
                ? new Reading.NotNow(reason)
                : new Reading.Refused(reason);
    }

    private static String text(@Nullable Object written) {
        return written == null ? "" : written.toString();
    }
}
