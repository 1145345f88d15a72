package dev.groundswell.cloud.segment;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.groundswell.core.audience.AudienceRow;
import dev.groundswell.core.contact.Email;
import dev.groundswell.core.contact.Phone;
import dev.groundswell.core.segment.freeze.ExportFormat;
import dev.groundswell.core.segment.freeze.HashedContact;
import dev.groundswell.core.segment.freeze.MemberFields;
import dev.groundswell.core.segment.rule.SegmentField;
import dev.groundswell.core.store.Store;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/**
 * Members as lines of a file. CSV is RFC 4180. A cell of text that a spreadsheet would take for a formula gets an apostrophe
 * before it, and so does one that begins with an apostrophe: whoever reads the file takes one away and has every text back.
 */
final class ExportText {

    /** By which spreadsheets know UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String SPECIAL_BEGINS = "=+-@\t\r'";

    private final ExportFormat format;
    private final Store store;

    ExportText(ExportFormat format, Store store) {
        this.format = format;
        this.store = store;
    }

    static String contentType(ExportFormat format) {
        return switch (format) {
            case CSV, HASHED_GOOGLE, HASHED_META -> "text/csv; charset=utf-8";
            case JSON_LINES -> "application/x-ndjson; charset=utf-8";
        };
    }

    /** What stands before all lines. */
    String head() {
        return switch (format) {
            case CSV -> BYTE_ORDER_MARK + record(names());
            case JSON_LINES -> "";
            case HASHED_GOOGLE -> record(List.of("Email", "Phone"));
            case HASHED_META -> record(List.of("email", "phone"));
        };
    }

    private static List<String> names() {
        var names = new ArrayList<>(List.of("buyer_id", "name", "phone", "email"));
        MemberFields.ALL.forEach(field -> names.add(field.word()));
        return names;
    }

    /** A member's line with its end; empty for one who has none of what the format needs. */
    Optional<String> line(AudienceRow row) {
        return switch (format) {
            case CSV -> Optional.of(record(cells(row)));
            case JSON_LINES -> Optional.of(json(row) + "\n");
            case HASHED_GOOGLE -> hashed(row, HashedContact::phone);
            case HASHED_META -> hashed(row, HashedContact::phoneDigits);
        };
    }

    private List<String> cells(AudienceRow row) {
        var cells = new ArrayList<String>();
        cells.add(safe(row.buyer().value()));
        cells.add(row.name() == null ? "" : safe(row.name()));
        // A plus sign and digits: a number to any spreadsheet, and no formula.
        cells.add(row.phone() == null ? "" : row.phone().e164());
        cells.add(row.email() == null ? "" : safe(row.email().address()));
        MemberFields.ALL.forEach(field -> cells.add(cell(row, field)));
        return cells;
    }

    private String cell(AudienceRow row, SegmentField field) {
        return switch (MemberFields.value(row, field, store)) {
            case null -> "";
            case String text -> safe(text);
            case BigDecimal decimal -> decimal.toPlainString();
            case Object other -> other.toString();
        };
    }

    private static String safe(String cell) {
        return !cell.isEmpty() && SPECIAL_BEGINS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    /** What is absent is left out. */
    private String json(AudienceRow row) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("buyer_id", row.buyer().value());
        put(fields, "name", row.name());
        put(fields, "phone", row.phone() == null ? null : row.phone().e164());
        put(fields, "email", row.email() == null ? null : row.email().address());
        for (var field : MemberFields.ALL) {
            var value = MemberFields.value(row, field, store);
            put(fields, field.word(), value instanceof BigDecimal decimal ? decimal.toPlainString() : value);
        }
        return JSON.std.asString(fields);
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static Optional<String> hashed(AudienceRow row, Function<Phone, String> hashedPhone) {
        Email email = row.email();
        Phone phone = row.phone();
        return email == null && phone == null
                ? Optional.empty()
                : Optional.of(record(List.of(
                        email == null ? "" : HashedContact.email(email),
                        phone == null ? "" : hashedPhone.apply(phone))));
    }

    private static String record(List<String> cells) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(0)
                .build(text)) {
            csv.writeRecord(cells);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return text.toString();
    }
}
