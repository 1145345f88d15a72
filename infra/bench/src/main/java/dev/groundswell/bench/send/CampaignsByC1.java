package dev.groundswell.bench.send;

import dev.groundswell.bench.send.MeasuredCampaigns.Shop;
import dev.groundswell.bench.system.FreshTables;
import dev.groundswell.core.contact.Channel;
import dev.groundswell.core.segment.freeze.AudienceId;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.jr.ob.JSON;

/** The same campaigns in a JVM that compiles as Lambda's does: by C1, and never better. It prints one JSON object. */
public final class CampaignsByC1 {

    private static final String SMS = "sms";
    private static final String EMAIL = "email";

    private CampaignsByC1() {}

    /** @param args tables, providers, audience, messages, rounds */
    public static void main(String[] args) {
        var campaigns =
                new MeasuredCampaigns(new Shop(args[0], args[1], new AudienceId(args[2]), Integer.parseInt(args[3])));
        var rounds = Integer.parseInt(args[4]);
        System.out.println(JSON.std.asString(
                Map.of(SMS, micros(campaigns, Channel.SMS, rounds), EMAIL, micros(campaigns, Channel.EMAIL, rounds))));
        System.exit(0);
    }

    private static double micros(MeasuredCampaigns campaigns, Channel channel, int rounds) {
        campaigns.warmUp(channel);
        return campaigns.cost(channel, rounds).cpuMicrosPerMessage();
    }

    /** Microseconds of CPU a message. */
    record Cpu(double sms, double email) {}

    static Cpu measure(Shop shop, int rounds) throws IOException, InterruptedException {
        System.err.println("send: the same by C1");
        var process = new ProcessBuilder(command(shop, rounds))
                .redirectError(Redirect.INHERIT)
                .start();
        String answer;
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            answer = out.readLine();
        }
        if (process.waitFor() != 0 || answer == null) {
            throw new IOException("The campaigns by C1 ended with " + process.exitValue() + ".");
        }
        var micros = JSON.std.mapFrom(answer);
        return new Cpu(number(micros, SMS), number(micros, EMAIL));
    }

    private static double number(Map<String, Object> figures, String name) {
        return ((Number) Objects.requireNonNull(figures.get(name))).doubleValue();
    }

    private static List<String> command(Shop shop, int rounds) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx1g",
                "-Dgroundswell.root=" + FreshTables.root(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                CampaignsByC1.class.getName(),
                shop.tables(),
                shop.providers(),
                shop.audience().value(),
                Integer.toString(shop.messages()),
                Integer.toString(rounds));
    }
}
