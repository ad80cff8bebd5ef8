package dev.unknot.frontdesk;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.unknot.platform.test.HouseRules;

@AnalyzeClasses(packages = "dev.unknot.frontdesk", importOptions = ImportOption.DoNotIncludeTests.class)
class FrontDeskHouseRulesTest {

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);
}
