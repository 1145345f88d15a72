package dev.groundswell.local.history;

import dev.groundswell.core.format.SourceFormat;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/** What a file most likely holds, by its first bytes; for a person who has not said. */
final class FormatGuess {

    private static final int HEAD = 64 * 1024;
    private static final int ZIP = 'P' << 8 | 'K';
    private static final int GZIP = 0x1F8B;

    private static final Pattern TAOBAO_BEHAVIOUR = Pattern.compile("\\d+,\\d+,\\d+,(pv|fav|cart|buy),\\d+");

    private record Sign(SourceFormat format, Pattern inHead) {}

    /** Words that only one of the JSON formats has, the most telling first. */
    private static final List<Sign> JSON_SIGNS = List.of(
            new Sign(SourceFormat.TAOBAO_TRADES, word("trades_sold_get_response|trade_fullinfo_get_response|tid")),
            new Sign(SourceFormat.SHOPIFY, word("admin_graphql_api_id|financial_status|line_items_price")),
            new Sign(SourceFormat.SHOPIFY, word("total_price")),
            new Sign(SourceFormat.WOOCOMMERCE, word("order_key|date_created_gmt")),
            new Sign(SourceFormat.ORDER_CHANGES, word("orderId")),
            new Sign(SourceFormat.BEHAVIOUR_EVENTS, word("itemId")));

    private FormatGuess() {}

    private static Pattern word(String names) {
        return Pattern.compile("\"(" + names + ")\"\\s*:");
    }

    /** @return empty if it could be any */
    static Optional<SourceFormat> of(Path file) {
        try (InputStream in = unpacked(file)) {
            return ofText(text(in.readNBytes(HEAD)));
        } catch (EOFException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream unpacked(Path file) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file));
        in.mark(2);
        int magic = in.read() << 8 | in.read();
        in.reset();
        return switch (magic) {
            case GZIP -> new GZIPInputStream(in);
            case ZIP -> {
                var zip = new ZipInputStream(in);
                zip.getNextEntry();
                yield zip;
            }
            default -> in;
        };
    }

    /** What UTF-8 cannot be is GB18030, apart from a letter that the head's end cuts in two. */
    private static String text(byte[] head) {
        CharBuffer utf8 = decoded(head, StandardCharsets.UTF_8, CodingErrorAction.REPORT);
        boolean whole = utf8.position() >= head.length / 4;
        CharBuffer text = whole ? utf8 : decoded(head, Charset.forName("GB18030"), CodingErrorAction.REPLACE);
        return text.flip().toString().replaceFirst("^\uFEFF", "");
    }

    private static CharBuffer decoded(byte[] bytes, Charset charset, CodingErrorAction onError) {
        var decoder = charset.newDecoder().onMalformedInput(onError).onUnmappableCharacter(onError);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        decoder.decode(ByteBuffer.wrap(bytes), text, false);
        return text;
    }

    private static Optional<SourceFormat> ofText(String head) {
        String start = head.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            return JSON_SIGNS.stream()
                    .filter(sign -> sign.inHead().matcher(start).find())
                    .map(Sign::format)
                    .findFirst();
        }
        String firstLine = start.lines().findFirst().orElse("");
        if (TAOBAO_BEHAVIOUR.matcher(firstLine.strip()).matches()) {
            return Optional.of(SourceFormat.TAOBAO_BEHAVIOUR);
        }
        boolean isExport = firstLine.contains("订单编号") && firstLine.contains("买家会员名");
        return isExport ? Optional.of(SourceFormat.TAOBAO_EXPORT) : Optional.empty();
    }
}
