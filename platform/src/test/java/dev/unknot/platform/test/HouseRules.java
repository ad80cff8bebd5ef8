package dev.unknot.platform.test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;

/**
 * How every module is built. A module checks itself with
 * {@snippet :
 * @AnalyzeClasses(packages = "dev.unknot.booking", importOptions = ImportOption.DoNotIncludeTests.class)
 * class BookingHouseRulesTest {
 *     @ArchTest
 *     static final ArchTests house = ArchTests.in(HouseRules.class);
 * }
 * }
 */
public final class HouseRules {

    private static final Pattern FEATURE = Pattern.compile("dev\\.unknot\\.\\w+(\\.\\w+(\\.web)?)?");
    private static final Pattern DRAWER = Pattern.compile(".*\\.(utils?|config|dtos?|helpers?|impl|models?)(\\..*)?");
    private static final Pattern VAGUE = Pattern.compile(".*(Impl|Managers?|Helpers?|Utils?)");

    @ArchTest
    public static final ArchRule features_do_not_depend_on_each_other_in_circles = slices().matching(
                    "dev.unknot.(*).(*)..")
            .namingSlices("$1.$2")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule packages_are_flat_nouns = classes()
            .should()
            .resideInAPackage("dev.unknot..")
            .andShould(NameCondition.aPackageLike("lie in a feature's package or in its web package", FEATURE))
            .andShould(NameCondition.noPackageLike("avoid packages that say nothing", DRAWER))
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule names_say_what_a_class_does = classes()
            .that(areWrittenByHand())
            .should(NameCondition.noNameLike("avoid Impl, Manager, Helper and Util", VAGUE))
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule controllers_live_in_web = classes()
            .that()
            .areMetaAnnotatedWith("org.springframework.stereotype.Controller")
            .and(DescribedPredicate.not(resideInAPackage("dev.unknot.platform..")))
            .should()
            .resideInAPackage("..web")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule collaborators_come_through_the_constructor = noFields()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource")
            .orShould()
            .beAnnotatedWith("jakarta.persistence.PersistenceContext")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule time_is_told_by_an_injected_clock = noClasses()
            .that()
            .resideOutsideOfPackage("dev.unknot.platform.clock")
            .should()
            .accessTargetWhere(WallClock.isRead())
            .because("tests and development move the clock, and a decision takes now as a parameter")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule nobody_sleeps =
            noClasses().should().accessTargetWhere(WallClock.isSleptOn()).allowEmptyShould(true);

    @ArchTest
    public static final ArchRule entities_are_nobody_elses_business = classes()
            .that()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .should()
            .notBePublic()
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule events_leave_only_through_the_outbox = noClasses()
            .that()
            .resideOutsideOfPackage("dev.unknot.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.clients.producer..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.kafka.core.KafkaTemplate")
            .because("what is sent without the outbox may be sent without being committed, or the other way round")
            .allowEmptyShould(true);

    private HouseRules() {}

    // MapStruct chooses the names of its own classes.
    private static DescribedPredicate<JavaClass> areWrittenByHand() {
        return describe("are written by hand", type -> !type.getSimpleName().endsWith("MapperImpl"));
    }
}
