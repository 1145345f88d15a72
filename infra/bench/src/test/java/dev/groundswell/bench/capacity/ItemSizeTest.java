package dev.groundswell.bench.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemSizeTest {

    private static final int NAME = 2;

    @Test
    void a_kilobyte_is_one() {
        assertThat(ItemSize.kilobytes(Map.of("pk", fromS("x".repeat(1024 - NAME)))))
                .isEqualTo(1);
    }

    @Test
    void a_byte_more_is_two() {
        assertThat(ItemSize.kilobytes(Map.of("pk", fromS("x".repeat(1025 - NAME)))))
                .isEqualTo(2);
    }

    @Test
    void a_character_counts_its_bytes() {
        assertThat(ItemSize.kilobytes(Map.of("pk", fromS("省".repeat(342))))).isEqualTo(2);
    }

    @Test
    void a_list_counts_its_elements() {
        var item = Map.of("pk", fromL(List.of(fromN("12"), fromS("x".repeat(1020)))));

        assertThat(ItemSize.kilobytes(item)).isEqualTo(2);
    }
}
