package dev.groundswell.core.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneCarrierTest {

    @ParameterizedTest
    @CsvSource({
        "+8613727494530, China Mobile",
        "+8613027494530, China Unicom",
        "+8613327494530, China Telecom",
        "+8619227494530, CBN",
        "+8617127494530, China Unicom",
        "+5511999654321, Vivo"
    })
    void isThatOfThePrefix(String number, String carrier) {
        assertThat(PhoneCarrier.of(new Phone(number))).contains(carrier);
    }

    @ParameterizedTest
    @CsvSource({"+8616227494530, China Telecom", "+8616527494530, China Mobile", "+8613497494530, China Telecom"})
    void isKnownWhereTheTablesHaveNone(String number, String carrier) {
        assertThat(PhoneCarrier.of(new Phone(number))).contains(carrier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+861012345678", "+9991234567", "+12025550123", "+4416212345678"})
    void isMissingForAllOtherNumbers(String number) {
        assertThat(PhoneCarrier.of(new Phone(number))).isEmpty();
    }
}
