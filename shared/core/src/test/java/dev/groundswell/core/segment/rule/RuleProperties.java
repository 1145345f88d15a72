package dev.groundswell.core.segment.rule;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every rule, and for every text. */
class RuleProperties {

    private static final int TRIES = 1_000;

    @Provide
    Arbitrary<SegmentRule> rules() {
        return RandomRules.any();
    }

    @Property(tries = TRIES)
    void aRuleIsReadAsItWasWritten(@ForAll("rules") SegmentRule rule) {
        assertThat(RuleText.read(RuleText.write(rule))).isEqualTo(new RuleReading.Read(rule));
        assertThat(RuleTree.read(RuleTree.write(rule))).isEqualTo(new RuleReading.Read(rule));
    }
}
