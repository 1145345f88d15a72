package dev.groundswell.orderingest.platform;

import dev.groundswell.cloud.event.HttpRequest;
import dev.groundswell.core.format.SourceFormat;
import dev.groundswell.core.store.Platform;
import dev.groundswell.core.webhook.DeliveryMark;
import dev.groundswell.core.webhook.SignedTime;
import dev.groundswell.core.webhook.TaobaoSignature;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Messages of the Taobao Open Platform. The parameters of the query and of a form are signed, with the time of the try and
 * the message's id; so is a body that is no form. What the message tells is the parameter {@code content}, or that body: JSON
 * that names a trade, or holds one.
 */
record TaobaoRequests(InstantSource time) implements PlatformRequests {

    private static final String TIMESTAMP = "timestamp";
    private static final String TOPIC = "topic";
    private static final String CONTENT = "content";

    /** The message's id goes by several names. */
    private static final List<String> IDS = List.of("id", "message_id", "msg_id");

    /** About orders; what is about items, members and logistics leads to no trade. */
    private static final List<String> TOPICS = List.of("taobao_trade_", "taobao_refund_");

    private static final ZoneOffset PLATFORM_TIME = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final byte[] NONE = {};

    @Override
    public Platform platform() {
        return Platform.TAOBAO;
    }

    @Override
    public SourceFormat format() {
        return SourceFormat.TAOBAO_TRADES;
    }

    /** And was so within the last minutes: a time that is signed and made for each try. */
    @Override
    public boolean isSignedWith(HttpRequest request, String secret) {
        var form = request.formFields();
        var parameters = parameters(request, form);
        var isSigned = TaobaoSignature.isValid(parameters, form.isEmpty() ? request.body() : NONE, secret);
        var isCurrent = signedAt(parameters)
                .filter(at -> SignedTime.isCurrent(at, time.instant()))
                .isPresent();
        return isSigned && isCurrent;
    }

    @Override
    public Delivery read(HttpRequest request) {
        var form = request.formFields();
        var parameters = parameters(request, form);
        var topic = parameters.getOrDefault(TOPIC, "");
        if (!topic.isEmpty() && TOPICS.stream().noneMatch(topic::startsWith)) {
            return new Delivery.NotAnOrder(topic);
        }
        var content = parameters.get(CONTENT);
        var body = content == null ? request.body() : content.getBytes(StandardCharsets.UTF_8);
        return new Delivery.ForQueue(body, marks(parameters));
    }

    /**
     * The signature covers all there is. The content alone would not do: two changes of one trade have the same content, and
     * the second must be fetched too.
     */
    private static Set<DeliveryMark> marks(Map<String, String> parameters) {
        var marks = new HashSet<DeliveryMark>();
        var signature = parameters.getOrDefault(TaobaoSignature.SIGN, "").toUpperCase(Locale.ROOT);
        marks.add(DeliveryMark.ofBody(signature.getBytes(StandardCharsets.UTF_8)));
        IDS.stream()
                .flatMap(name -> Stream.ofNullable(parameters.get(name)))
                .filter(id -> !id.isBlank())
                .findFirst()
                .map(DeliveryMark::ofId)
                .ifPresent(marks::add);
        return marks;
    }

    private static Map<String, String> parameters(HttpRequest request, Map<String, String> form) {
        var parameters = new LinkedHashMap<>(request.queryParameters());
        form.forEach(parameters::putIfAbsent);
        return parameters;
    }

    private static Optional<Instant> signedAt(Map<String, String> parameters) {
        try {
            return Optional.of(LocalDateTime.parse(parameters.getOrDefault(TIMESTAMP, ""), FORM)
                    .toInstant(PLATFORM_TIME));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
