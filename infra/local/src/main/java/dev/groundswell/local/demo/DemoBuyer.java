package dev.groundswell.local.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** An invented buyer. Numbers are of a block kept free of people here; mail goes to a domain reserved for examples. */
final class DemoBuyer {

    private static final double WITH_EMAIL = 0.35;
    private static final double MOSTLY_MOBILE = 0.82;
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡林郭何高罗";
    private static final String GIVEN_NAMES = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚";

    private final int number;
    private final String name;
    private final boolean email;
    private final boolean mobile;
    private final DemoCatalogue.Province province;

    DemoBuyer(int number, RandomGenerator random) {
        this.number = number;
        this.name = letter(SURNAMES, random) + letter(GIVEN_NAMES, random);
        this.email = random.nextDouble() < WITH_EMAIL;
        this.mobile = random.nextDouble() < MOSTLY_MOBILE;
        this.province = DemoCatalogue.PROVINCES.draw(random);
    }

    private static String letter(String letters, RandomGenerator random) {
        int index = random.nextInt(letters.length());
        return letters.substring(index, index + 1);
    }

    String id() {
        return id(number);
    }

    static String id(int number) {
        return "demo-buyer-%05d".formatted(number);
    }

    String orderId(int order) {
        return "D%05d-%02d".formatted(number, order);
    }

    boolean mobile() {
        return mobile;
    }

    Map<String, Object> contact() {
        var contact = new LinkedHashMap<String, Object>();
        contact.put("name", name);
        contact.put("phone", "+86166000%05d".formatted(number));
        if (email) {
            contact.put("email", "buyer%05d@example.com".formatted(number));
        }
        return contact;
    }

    Map<String, Object> region() {
        return Map.of("country", "CN", "province", province.name(), "city", province.city());
    }
}
