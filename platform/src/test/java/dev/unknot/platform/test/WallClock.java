package dev.unknot.platform.test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Clock;
import java.util.Date;

/** The ways to real time that {@link HouseRules} close; a stop watch ({@code System.nanoTime}) is not one of them. */
final class WallClock {

    private WallClock() {}

    static DescribedPredicate<JavaAccess<?>> isRead() {
        return DescribedPredicate.describe(
                "the wall clock is read",
                access -> access.getTarget() instanceof CodeUnitAccessTarget target
                        && (isNow(target) || isSystemClock(target) || isOldTime(target)));
    }

    static DescribedPredicate<JavaAccess<?>> isSleptOn() {
        return DescribedPredicate.describe("a thread sleeps", access -> is(access.getTarget(), Thread.class, "sleep"));
    }

    private static boolean isNow(CodeUnitAccessTarget target) {
        return target.getOwner().getPackageName().startsWith("java.time")
                && target.getName().equals("now")
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean isSystemClock(CodeUnitAccessTarget target) {
        return target.getOwner().isEquivalentTo(Clock.class)
                && (target.getName().startsWith("system") || target.getName().startsWith("tick"))
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean isOldTime(CodeUnitAccessTarget target) {
        return is(target, System.class, "currentTimeMillis")
                || (is(target, Date.class, "<init>")
                        && target.getRawParameterTypes().isEmpty());
    }

    private static boolean is(AccessTarget target, Class<?> owner, String name) {
        return target.getOwner().isEquivalentTo(owner) && target.getName().equals(name);
    }
}
