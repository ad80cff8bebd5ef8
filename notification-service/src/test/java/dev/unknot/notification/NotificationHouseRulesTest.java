package dev.unknot.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.unknot.platform.test.HouseRules;
import org.springframework.jdbc.core.simple.JdbcClient;

@AnalyzeClasses(packages = "dev.unknot.notification", importOptions = ImportOption.DoNotIncludeTests.class)
class NotificationHouseRulesTest {
    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule rows_are_read_as_lists = noClasses()
            .should()
            .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
            .because("outside a transaction a stream keeps its connection until somebody closes it");
}
