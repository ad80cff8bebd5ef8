package dev.unknot.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class HouseRulesTest {

    static final List<ArchRule> RULES = List.of(
            HouseRules.features_do_not_depend_on_each_other_in_circles,
            HouseRules.packages_are_flat_nouns,
            HouseRules.names_say_what_a_class_does,
            HouseRules.controllers_live_in_web,
            HouseRules.collaborators_come_through_the_constructor,
            HouseRules.time_is_told_by_an_injected_clock,
            HouseRules.nobody_sleeps,
            HouseRules.entities_are_nobody_elses_business,
            HouseRules.events_leave_only_through_the_outbox);

    private static final JavaClasses CROOKED = new ClassFileImporter().importPackages("dev.unknot.crooked");

    @ParameterizedTest
    @FieldSource("RULES")
    void everyRuleBitesInACrookedHouse(ArchRule rule) {
        assertThat(rule.evaluate(CROOKED).hasViolation())
                .as(rule.getDescription())
                .isTrue();
    }

    @Test
    void theWallClockIsFoundInCallsAndInMethodReferences() {
        assertThat(HouseRules.time_is_told_by_an_injected_clock
                        .evaluate(CROOKED)
                        .getFailureReport()
                        .getDetails())
                .hasSize(2);
    }
}
