package dev.unknot.therapist;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.unknot.platform.test.HouseRules;

@AnalyzeClasses(packages = "dev.unknot.therapist", importOptions = ImportOption.DoNotIncludeTests.class)
class TherapistHouseRulesTest {

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule the_calendar_knows_no_database = ArchRuleDefinition.noClasses()
            .that()
            .resideInAPackage("dev.unknot.therapist.schedule")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "java.sql..", "org.springframework.jdbc..", "org.hibernate..");
}
