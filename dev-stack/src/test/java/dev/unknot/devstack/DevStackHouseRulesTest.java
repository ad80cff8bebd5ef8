package dev.unknot.devstack;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.unknot.platform.test.HouseRules;

@AnalyzeClasses(
        packages = "dev.unknot.devstack",
        importOptions = {ImportOption.DoNotIncludeTests.class, DevStackHouseRulesTest.NotTheClock.class})
class DevStackHouseRulesTest {

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    /** {@link DevClock} is here what the package {@code platform.clock} is in a service: where real time comes from. */
    static final class NotTheClock implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("/DevClock.class");
        }
    }
}
