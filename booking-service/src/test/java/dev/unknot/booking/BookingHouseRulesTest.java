package dev.unknot.booking;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.unknot.platform.test.HouseRules;

@AnalyzeClasses(packages = "dev.unknot.booking", importOptions = ImportOption.DoNotIncludeTests.class)
class BookingHouseRulesTest {

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);
}
