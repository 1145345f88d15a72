package dev.groundswell.bench.segment;

import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.audience.Column;
import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.order.BuyerId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The customers of a large shop, the same every time, distributed as shops' customers are: many bought once and long ago, few
 * often; amounts differ by orders of magnitude; provinces have few and many people. Each customer follows from a number alone.
 */
final class GeneratedCustomers {

    static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    private static final long SECONDS_A_DAY = 86_400;
    private static final int FEN = 100;
    private static final int DAYS = 1_100;

    /** From the first order of a customer to the last. */
    private static final int LONGEST_DAYS = 660;

    /** By number of people. */
    static final List<String> PROVINCES = List.of(
            "广东", "山东", "河南", "江苏", "四川", "河北", "湖南", "浙江", "安徽", "湖北", "广西", "云南", "江西", "辽宁", "福建", "陕西", "贵州", "山西",
            "重庆", "黑龙江", "新疆", "甘肃", "上海", "吉林", "内蒙古", "北京", "天津", "海南", "宁夏", "青海", "西藏");

    private static final int CITIES_A_PROVINCE = 12;
    private static final List<String> CARRIERS = List.of("China Mobile", "China Telecom", "China Unicom");
    private static final List<String> FAMILIES = List.of("QQ", "NETEASE", "GOOGLE", "MICROSOFT", "OTHER");

    private GeneratedCustomers() {}

    /** The customers from one number up to another, which is not among them. */
    static List<AudienceRow> rows(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> new One(number).row())
                .toList();
    }

    private static final class One {

        private final int number;
        private final SplittableRandom random;
        private final Map<Column, Long> numbers = new EnumMap<>(Column.class);
        private final Map<Column, String> texts = new EnumMap<>(Column.class);

        One(int number) {
            this.number = number;
            this.random = new SplittableRandom(number);
        }

        AudienceRow row() {
            var paid = (int) Math.min(60, geometric(0.55));
            var unpaid = (int) geometric(0.75);
            orders(Math.max(paid + unpaid, 1), paid);
            money(paid);
            times(Math.max(paid + unpaid, 1), paid);
            behaviour();
            region();
            var phone = chance(0.85);
            var email = chance(0.4);
            contact(phone, email);
            return new AudienceRow(
                    new BuyerId("buyer-" + number),
                    1 + random.nextInt(40),
                    "客户" + number,
                    phone ? new Phone("+86138%08d".formatted(number)) : null,
                    email ? new Email("buyer" + number + "@qq.com") : null,
                    numbers,
                    texts);
        }

        private void orders(int all, int paid) {
            put(Column.ORDERS, all);
            put(Column.PAID_ORDERS, paid);
            put(Column.OPEN_ORDERS, chance(0.02) ? 1 : 0);
            put(Column.UNPAID_CLOSED_ORDERS, all - paid);
            put(Column.REFUNDED_ORDERS, share(paid, 0.1));
            put(Column.WEB_ORDERS, share(all, 0.1));
            put(Column.MOBILE_ORDERS, share(all, 0.85));
            put(Column.GROUP_DEAL_ORDERS, share(all, 0.05));
            put(Column.FLASH_SALE_ORDERS, share(all, 0.03));
            put(Column.OFFLINE_ORDERS, 0);
            put(Column.PRESALE_ORDERS, share(all, 0.08));
        }

        private void money(int paid) {
            var value = Math.round(Math.exp(4.6 + 0.8 * random.nextGaussian())) * FEN;
            put(Column.SPEND, paid * value);
            put(Column.REFUNDS, share(paid, 0.1) * value);
            if (paid > 0) {
                put(Column.AVERAGE_ORDER_VALUE, value);
            }
        }

        private void times(int all, int paid) {
            var last = ago(-260 * Math.log(random.nextDouble(0.0145, 1)));
            var first = all == 1 ? last : last - random.nextLong(LONGEST_DAYS * SECONDS_A_DAY);
            put(Column.FIRST_ORDERED_AT, first);
            put(Column.LAST_ORDERED_AT, last);
            if (paid == 0) {
                return;
            }
            put(Column.FIRST_PAID_AT, first + random.nextLong(600));
            put(Column.LAST_PAID_AT, last + random.nextLong(600));
            if (paid > 1) {
                put(Column.DAYS_BETWEEN_ORDERS, (last - first) / SECONDS_A_DAY / (paid - 1));
            }
            if (chance(0.3)) {
                put(Column.REVIEWS, 1);
                put(Column.AVERAGE_REVIEW_SCORE, 100L * (1 + random.nextInt(5)));
                put(Column.LAST_REVIEW_SCORE, 100L * (1 + random.nextInt(5)));
            } else {
                put(Column.REVIEWS, 0);
            }
        }

        private void behaviour() {
            var isSeen = chance(0.5);
            if (isSeen) {
                put(Column.LAST_VIEWED_AT, ago(random.nextDouble(DAYS)));
            }
            if (isSeen && chance(0.3)) {
                put(Column.LAST_FAVOURITED_AT, ago(random.nextDouble(DAYS)));
            }
            if (isSeen && chance(0.4)) {
                put(Column.LAST_CARTED_AT, ago(random.nextDouble(DAYS)));
            }
            put(Column.VIEWS, isSeen ? 1 + (int) geometric(0.05) : 0);
            put(Column.FAVOURITE_ITEMS, isSeen ? (int) geometric(0.6) : 0);
            put(Column.CART_ITEMS, isSeen ? (int) geometric(0.6) : 0);
        }

        private void region() {
            var province = (int) Math.min(PROVINCES.size() - 1, geometric(0.09));
            texts.put(Column.COUNTRY, "CN");
            texts.put(Column.PROVINCE, PROVINCES.get(province));
            texts.put(Column.CITY, PROVINCES.get(province) + random.nextInt(CITIES_A_PROVINCE));
        }

        private void contact(boolean phone, boolean email) {
            put(Column.HAS_PHONE, phone ? 1 : 0);
            put(Column.HAS_EMAIL, email ? 1 : 0);
            put(Column.UNREADABLE_PHONE, phone ? 0 : 1);
            put(Column.UNREADABLE_EMAIL, 0);
            texts.put(Column.SMS_CONSENT, consent());
            texts.put(Column.EMAIL_CONSENT, consent());
            put(Column.SMS_REACHABLE, phone && isNotWithdrawn(Column.SMS_CONSENT) ? 1 : 0);
            put(Column.EMAIL_REACHABLE, email && isNotWithdrawn(Column.EMAIL_CONSENT) ? 1 : 0);
            if (phone) {
                texts.put(Column.PHONE_CARRIER, CARRIERS.get((int) Math.min(2, geometric(0.6))));
            }
            if (email) {
                texts.put(Column.MAILBOX_FAMILY, FAMILIES.get((int) Math.min(4, geometric(0.5))));
            }
            if (phone && chance(0.7)) {
                put(Column.LAST_SMS_AT, ago(random.nextDouble(200)));
            }
        }

        private String consent() {
            return chance(0.7) ? "UNKNOWN" : chance(0.8) ? "GIVEN" : "WITHDRAWN";
        }

        private boolean isNotWithdrawn(Column consent) {
            return !"WITHDRAWN".equals(texts.get(consent));
        }

        private void put(Column column, long value) {
            numbers.put(column, value);
        }

        private long ago(double days) {
            return NOW.getEpochSecond() - (long) (days * SECONDS_A_DAY);
        }

        /** How many times chance fails before it succeeds. */
        private long geometric(double success) {
            return (long) (Math.log(1 - random.nextDouble()) / Math.log(1 - success));
        }

        private boolean chance(double probability) {
            return random.nextDouble() < probability;
        }

        private long share(int of, double probability) {
            return Math.min(of, Math.round(of * probability + random.nextDouble() - 0.5));
        }
    }
}
