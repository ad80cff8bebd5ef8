package dev.unknot.oracle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** An oracle that shares code with the engine shares its bugs. */
@AnalyzeClasses(packages = "dev.unknot.oracle", importOptions = ImportOption.DoNotIncludeTests.class)
class IndependenceTest {

    @ArchTest
    static final ArchRule the_oracle_knows_nothing_but_the_language = classes()
            .that()
            .resideInAPackage("dev.unknot.oracle")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify.annotations..", "dev.unknot.oracle");

    @ArchTest
    static final ArchRule its_announcements_know_the_published_words = classes()
            .that()
            .resideInAPackage("dev.unknot.oracle.announcement")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify.annotations..",
                    "dev.unknot.common..",
                    "dev.unknot.oracle",
                    "dev.unknot.oracle.announcement");
}
